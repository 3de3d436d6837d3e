export { readPdf } from "./attachment.js";
export { readShownTexts } from "./shown.js";
