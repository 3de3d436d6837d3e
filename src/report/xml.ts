/** Characters that XML 1.0 can't hold, not even as references (its section 2.2), lone surrogates among them. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const REFERENCES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

const reference = (character: string): string => REFERENCES[character] ?? "";

/** Text between tags; what XML can't hold is shown as U+FFFD. */
export const xmlText = (words: string): string =>
  words.replace(FORBIDDEN, "\ufffd").replace(/[&<>\r]/g, reference);

/** Attributes with a blank before each; white space in them is kept. */
export const xmlAttributes = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${attributeValue(String(value))}"`)
    .join("");

const attributeValue = (words: string): string =>
  words.replace(FORBIDDEN, "\ufffd").replace(/[&<>"\t\n\r]/g, reference);
