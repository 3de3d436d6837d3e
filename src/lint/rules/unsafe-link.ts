import { lines } from "../examples.js";
import { retold } from "../retold.js";
import type { Rule } from "../rule.js";

/** The reader finds it, since it is dropped. */
export const unsafeLink = {
  name: "unsafe-link",
  summary: "A link has an address that no rendering may have.",
  severity: "error",
  check: retold("unsafe-link"),
  examples: [
    {
      shows: "a script",
      post: lines('<a href="javascript:alert(1)">Levels</a>'),
      found: [
        '1:1 Unexpected scheme of the link "javascript:alert(1)"; the link is dropped, its text kept',
      ],
    },
  ],
} as const satisfies Rule;
