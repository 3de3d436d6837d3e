/** No glyph, no white space: it parts what GitHub would take for a name, a number or an address. */
const NOTHING = "&#8203;";

/** What turns the direction of all that follows in its line, past the text's own end. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of a post as Markdown that shows just this text: no markup or HTML comes of it, and on GitHub
 * nobody is mentioned, no issue referred to, no address linked and no emoji drawn.
 */
export const escaped = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, " / ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replace(TURNING, (found) => `\\u${found.charCodeAt(0).toString(16)}`)
    .replace(/[\\`*_[\]<>&~$|#]/g, "\\$&")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/@|\\#(?=\d)|\bGH-(?=\d)/gi, `$&${NOTHING}`)
    .replace(/\b(?:https?|ftp|mailto|xmpp):|\bwww(?=\.)/gi, `$&${NOTHING}`)
    .replace(/:(?=[\w+\\-]+:)/g, `:${NOTHING}`);
