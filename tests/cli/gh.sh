#!/bin/sh
# What GitHub would do, in a file of this folder: a comment, and what was asked of it.
shift # api
echo "$*" >>gh.log
case "$*" in
*--jq*) test ! -e comment.md || echo 7 ;;
*body=@*) cp body.md comment.md ;;
esac
