"""Edits DOCX files in a running LibreOffice as a person does: sets the cursor and hits keys.

    python3 office-edits.py PIPE JOBS.json

JOBS is a list of {"from", "to", "tracking", "steps"}; office-edits.ts says what a step may be.
"""

import json
import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE = 60  # seconds until LibreOffice has to answer


def value(name, of):
    made = PropertyValue()
    made.Name, made.Value = name, of
    return made


def connected(pipe):
    """The context of the LibreOffice that listens at a pipe, once it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


class Editor:
    """A document with its cursor."""

    def __init__(self, context, file):
        create = context.ServiceManager.createInstanceWithContext
        self.dispatcher = create("com.sun.star.frame.DispatchHelper", context)
        self.document = create("com.sun.star.frame.Desktop", context).loadComponentFromURL(
            pathlib.Path(file).as_uri(), "_blank", 0, (value("Hidden", True),)
        )

    def save(self, file):
        self.document.storeToURL(
            pathlib.Path(file).as_uri(), (value("FilterName", "MS Word 2007 XML"),)
        )

    def press(self, command, arguments):
        """Does what a key or a menu's entry does."""
        values = tuple(value(name, of) for name, of in arguments.items())
        frame = self.document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, values)

    def go(self, at, to):
        """Sets the cursor into a paragraph, or selects some of it."""
        cursor = self.paragraph(at)
        if to == "start":
            cursor.collapseToStart()
        elif to == "end":
            cursor.collapseToEnd()
        elif to == "line":
            cursor.gotoNextParagraph(True)
        elif to != "all":
            # The last ones, where the words stand there twice.
            words = to.get("words", "")
            start = cursor.String.rindex(words or to["before"])
            cursor.collapseToStart()
            cursor.goRight(start, False)
            cursor.goRight(len(words), True)
        self.document.CurrentController.ViewCursor.gotoRange(cursor, False)

    def paragraph(self, at):
        """A cursor over the paragraph of this text, or over the one that holds this bookmark."""
        if isinstance(at, dict):
            return self.whole(self.document.Bookmarks.getByName(at["bookmark"]).Anchor.Start)
        search = self.document.createSearchDescriptor()
        # It finds nothing across a line's break.
        search.SearchString, search.SearchCaseSensitive = at.split("\n")[-1], True
        found = self.document.findFirst(search)
        while found is not None:
            paragraph = self.whole(found)
            if paragraph.String == at:
                return paragraph
            found = self.document.findNext(found.End, search)
        raise LookupError(f"no paragraph {at!r}")

    def whole(self, place):
        cursor = place.Text.createTextCursorByRange(place)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor


def run(job, context):
    editor = Editor(context, job["from"])
    try:
        editor.document.RecordChanges = job["tracking"]
        for step in job["steps"]:
            if "at" in step:
                editor.go(**step)
            else:
                editor.press(**step)
        editor.save(job["to"])
    finally:
        editor.document.close(True)


def main(pipe, jobs):
    context = connected(pipe)
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    try:
        for job in json.loads(pathlib.Path(jobs).read_text("utf-8")):
            run(job, context)
    finally:
        desktop.terminate()


main(*sys.argv[1:])
