import { message } from "../../diagnostics.js";
import type { Finding } from "../../report/report.js";
import type { Post } from "../posts/post.js";
import type { Target } from "./target.js";

/**
 * A link that leads nowhere is an error where a PDF is asked for: who can't see the page is led to
 * nothing by it, and a PDF is not mended after it is sent. Other formats have its words, and a warning.
 */
export function refuseDangling(posts: readonly Post[], { formats }: Target): Post[] {
  if (!formats.includes("pdf")) return [...posts];
  return posts.map((post) => {
    if (!post.findings.some(dangles)) return post;
    return { ...post, refused: true, findings: post.findings.map(refused) };
  });
}

const dangles = ({ message: { ruleId } }: Finding): boolean => ruleId === "dangling-link";

function refused(finding: Finding): Finding {
  if (!dangles(finding)) return finding;
  const { ruleId = "", place, actual = "" } = finding.message;
  const reason = `Unexpected link to "${actual}", expected an anchor in the post`;
  const note = `Give what it means an anchor, as in <a id="${actual.slice(1)}"></a>, mend the link, or leave out the PDF (--format).`;
  return {
    ...finding,
    message: message("error", ruleId, reason, { place, actual, note } as object),
  };
}
