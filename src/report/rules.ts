import type { RuleInfo } from "./report.js";

const REBUILD = 'Run "rungbook build" and commit what it writes.';

/** What `build` and `check` find in renderings, and what a post may not have. */
export const RULES: readonly RuleInfo[] = [
  {
    name: "drift",
    summary: "A rendering says something else than its post",
    help: `${REBUILD} If the rendering is right, bring its change into the post ("rungbook merge" for a DOCX).`,
  },
  { name: "missing", summary: "A rendering is not there", help: REBUILD },
  {
    name: "orphaned",
    summary: "A rendering whose post is gone",
    help: "Remove it, or name its post again.",
  },
  {
    name: "other-bytes",
    summary: "A rendering with the post's words and other bytes",
    help: `${REBUILD} Check with the theme and the reference file with which it was built.`,
  },
  {
    name: "visible-text",
    summary: "A PDF whose pages show other words than the ladder that it carries",
    help: REBUILD,
  },
  { name: "unreadable-rendering", summary: "A file that is no rendering", help: REBUILD },
  { name: "unreadable", summary: "A file that can't be read" },
  {
    name: "skipped-heading",
    summary: "A heading two or more depths below the one before it",
    help: "Use each depth of headings in turn.",
  },
  {
    name: "table-without-headers",
    summary: "A table without a header cell",
    help: "Write the cells that name a row or a column as <th>.",
  },
  {
    name: "image-without-alt",
    summary: "An image without alternative text",
    help: "Say in its alternative text what the image shows.",
  },
  {
    name: "dangling-link",
    summary: "A link to an anchor that is not in the post",
    help: "Give what it means an anchor, or mend the link.",
  },
];
