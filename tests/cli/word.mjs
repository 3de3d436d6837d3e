// Stands for a person with a word processor: `word FILE OLD NEW` opens a DOCX, types NEW in the place
// of OLD in one paragraph, and saves it; `word --comment TEXT FILE WORDS` comments on that paragraph.
import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const MAIN = "word/document.xml";
const args = process.argv.slice(2);
const comment = args[0] === "--comment" ? args.splice(0, 2)[1] : null;
const [file = "", old = "", now = ""] = args;
const parts = unzipSync(readFileSync(file));
const escaped = (text) => text.replace(/[&<>]/g, (each) => `&#${each.charCodeAt(0)};`);
const edit = (path, change) => {
  parts[path] = strToU8(change(strFromU8(parts[path] ?? new Uint8Array())));
};

if (comment === null) {
  edit(MAIN, (xml) => {
    if (!xml.includes(old)) throw new Error(`no "${old}"`);
    return xml.replace(old, () => escaped(now));
  });
} else {
  const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
  const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  parts["word/comments.xml"] = strToU8(
    `<w:comments xmlns:w="${space}"><w:comment w:id="0" w:author="Ann" w:date="2026-01-02T03:04:05Z"><w:p><w:r><w:t>${escaped(comment)}</w:t></w:r></w:p></w:comment></w:comments>`,
  );
  edit(MAIN, (xml) => {
    const at = xml.indexOf(old);
    const start = xml.lastIndexOf("<w:r>", at);
    const end = xml.indexOf("</w:r>", at) + "</w:r>".length;
    const run = xml.slice(start, end);
    const around = `<w:commentRangeStart w:id="0"/>${run}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;
    return xml.slice(0, start) + around + xml.slice(end);
  });
  edit("word/_rels/document.xml.rels", (xml) =>
    xml.replace(
      "</Relationships>",
      `<Relationship Id="rIdC" Type="${kind}" Target="comments.xml"/></Relationships>`,
    ),
  );
  edit("[Content_Types].xml", (xml) =>
    xml.replace(
      "</Types>",
      `<Override PartName="/word/comments.xml" ContentType="${type}"/></Types>`,
    ),
  );
}
writeFileSync(file, zipSync(parts));
