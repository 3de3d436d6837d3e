import { lines } from "../examples.js";
import { retold } from "../retold.js";
import type { Rule } from "../rule.js";

/** The reader finds it, since it is dropped. */
export const unsafeImage = {
  name: "unsafe-image",
  summary: "An image has an address that no rendering may have.",
  severity: "error",
  check: retold("unsafe-image"),
  examples: [
    {
      shows: "a script",
      post: lines('<img src="javascript:alert(1)" alt="Levels">'),
      found: [
        '1:1 Unexpected scheme of the image "javascript:alert(1)"; its alternative text is kept',
      ],
    },
  ],
} as const satisfies Rule;
