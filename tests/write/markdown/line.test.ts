import { expect, test } from "vitest";
import { decompose } from "../../../src/read/decompose.js";
import { readRendering } from "../../../src/read/index.js";
import { writeMarkdown } from "../../../src/write/markdown/index.js";
import { testResources } from "../../helpers/resources.js";
import { documentOf, ladder } from "../pdf/sample.js";

test.each(["a_b_c", "a__b", "\\_", "_", "a_"])(
  "underscores of %s in emphasised text, struck text behind it",
  async (text) => {
    const marks = { strong: true, emphasis: true } as const;
    const spans = [
      { type: "text" as const, text, ...marks },
      { type: "text" as const, text: "You", ...marks, delete: true as const },
    ];
    const document = documentOf([{ type: "paragraph", text: `${text}You`, spans }]);
    const { value } = await writeMarkdown({ document, ladder, resources: testResources() });
    const read = (await readRendering(value, "md")).value?.document;
    expect(read && decompose(read).content).toMatchObject([{ type: "paragraph", spans }]);
  },
);
