/** What a header may show and a document may embed, by the endings of files. */
export const MEDIA: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
  tif: "image/tiff",
  tiff: "image/tiff",
  emf: "image/x-emf",
  wmf: "image/x-wmf",
  odttf: "application/vnd.openxmlformats-officedocument.obfuscatedFont",
};
