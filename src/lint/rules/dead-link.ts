import { spansOf } from "../../model/rich.js";
import { leaves } from "../../model/walk.js";
import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";

function* check({ ladder, exists }: LintedPost): Generator<Found> {
  for (const { rich, place } of leaves(ladder.content)) {
    for (const span of spansOf(rich)) {
      const target =
        span.type === "image" ? span.src : span.type === "text" ? span.href : undefined;
      const path = target === undefined ? null : relativePath(target);
      if (path === null || formsOf(path).some((each) => exists(each))) continue;
      const what = span.type === "image" ? "image" : "link";
      yield {
        reason: `Unexpected ${what} "${target}", expected a file that exists`,
        place,
        actual: target ?? "",
      };
    }
  }
}

/** A path beside the post; null for an address with a scheme, a host, or the root of a site. */
function relativePath(target: string): string | null {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|#|\?)/i.test(target) || /[{}]/.test(target)) return null;
  const path = target.replace(/[?#].*$/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The files of which a site makes a page of this name. */
function formsOf(path: string): string[] {
  const bare = path.replace(/\/$|\.html?$/i, "");
  return [
    path,
    ...[".md", ".markdown", ".html", "/index.md", "/README.md"].map((end) => bare + end),
  ];
}

/** Whether another site still answers, nobody can tell without asking it. */
export const deadLink = {
  name: "dead-link",
  summary: "A relative link or image leads to a file that does not exist.",
  severity: "error",
  check,
  examples: [
    {
      shows: "a file that was moved",
      files: ["levels.md"],
      post: lines("See [the levels](levels.md#staff), [the tracks](tracks.md)."),
      found: ['1:1 Unexpected link "tracks.md", expected a file that exists'],
    },
    {
      shows: "an image",
      post: lines("![Our levels](images/levels.png)"),
      found: ['1:1 Unexpected image "images/levels.png", expected a file that exists'],
    },
    {
      shows: "a page that a site makes of a file, and addresses elsewhere",
      files: ["levels.md"],
      post: lines("See [the levels](levels.html), [us](/about) and [them](https://example.com/x)."),
      found: [],
    },
  ],
} as const satisfies Rule;
