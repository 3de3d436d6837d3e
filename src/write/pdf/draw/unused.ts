/**
 * Stands in the bundle for what pdfkit would load and these pages have no use for: breaking of lines,
 * encryption, opening of fonts.
 */
const missing = (): never => {
  throw new Error("pdfkit needs what the bundle leaves out");
};

export { missing as cbc, missing as create, missing as default, missing as ecb };
