import { type DocxFile, escapeXml } from "./edit-docx.js";

/** Who comments and when, whether that is resolved, and the id of the comment that it answers. */
export interface CommentOptions {
  author?: string;
  date?: string;
  done?: boolean;
  answers?: number;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"';
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";

const paragraphId = (comment: number): string => (0x1000 + comment).toString(16).padStart(8, "0");

/** Puts a comment into the parts that hold comments, and tells its id: 0 is the first. */
export function addComment(file: DocxFile, text: string, options: CommentOptions): number {
  if (file.part("word/comments.xml") === "") {
    const empty = (root: string) => `<w${root} ${NAMESPACES}></w${root}>`;
    file.addPart("comments.xml", empty(":comments"), `${TYPE}.comments+xml`, "comments");
    file.addPart(
      "commentsExtended.xml",
      empty("15:commentsEx"),
      `${TYPE}.commentsExtended+xml`,
      EXTENDED,
    );
  }
  const id = file.part("word/comments.xml").split("<w:comment ").length - 1;
  const { author = "HR", date = "2024-05-06T07:08:00Z", done = false, answers } = options;
  const who = `w:author="${escapeXml(author)}" w:date="${date}"`;
  const lines = text.split("\n").map((line, index, all) => {
    const own = index === all.length - 1 ? ` w14:paraId="${paragraphId(id)}"` : "";
    return `<w:p${own}><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`;
  });
  const parent = answers === undefined ? "" : ` w15:paraIdParent="${paragraphId(answers)}"`;
  const entry = `<w15:commentEx w15:paraId="${paragraphId(id)}"${parent} w15:done="${done ? 1 : 0}"/>`;
  file.edit("word/comments.xml", (xml) =>
    xml.replace(
      "</w:comments>",
      `<w:comment w:id="${id}" ${who}>${lines.join("")}</w:comment></w:comments>`,
    ),
  );
  file.edit("word/commentsExtended.xml", (xml) =>
    xml.replace("</w15:commentsEx>", `${entry}</w15:commentsEx>`),
  );
  return id;
}
