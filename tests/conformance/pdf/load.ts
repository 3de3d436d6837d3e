import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { Dict, Name, Ref, type Resolve, Stream, Text, type Value } from "./values.js";

/** The objects of a file, and its trailer. */
export interface Objects {
  trailer: Dict;
  all: ReadonlyMap<string, { ref: Ref; value: Value }>;
  resolve: Resolve;
}

/** Reads the objects of a file with pdf-lib, which shares nothing with what wrote it. Throws at a broken one. */
export async function loadObjects(bytes: Uint8Array): Promise<Objects> {
  const { context } = await PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
    throwOnInvalidObject: true,
  });
  const all = new Map<string, { ref: Ref; value: Value }>();
  const resolve: Resolve = (ref) => all.get(String(ref))?.value ?? null;
  for (const [{ objectNumber, generationNumber }, object] of context.enumerateIndirectObjects()) {
    const ref = new Ref(objectNumber, generationNumber);
    all.set(String(ref), { ref, value: readValue(object, `object ${objectNumber}`, resolve) });
  }
  const { Root, Info, ID, Encrypt } = context.trailerInfo;
  const trailer = Object.entries({ Root, Info, ID, Encrypt }).flatMap(([key, value]) =>
    value ? [[key, readValue(value, "trailer", resolve)] as const] : [],
  );
  return { trailer: new Dict(new Map(trailer), "trailer", resolve), all, resolve };
}

function readValue(object: PDFObject, where: string, resolve: Resolve): Value {
  if (object instanceof PDFName) return nameOf(object);
  if (object instanceof PDFNumber) return object.asNumber();
  if (object instanceof PDFBool) return object.asBoolean();
  if (object instanceof PDFRef) return new Ref(object.objectNumber, object.generationNumber);
  if (object instanceof PDFString) return new Text(object.asBytes());
  if (object instanceof PDFHexString) return new Text(object.asBytes());
  if (object instanceof PDFArray)
    return object.asArray().map((each) => readValue(each, where, resolve));
  if (object instanceof PDFDict) return dictOf(object, where, resolve);
  if (object instanceof PDFRawStream)
    return new Stream(dictOf(object.dict, where, resolve), object.contents, () =>
      decodePDFRawStream(object).decode(),
    );
  return null;
}

/** Names are UTF-8 (ISO 32000-1, 7.3.5); what is not comes with U+FFFD. */
const nameOf = (name: PDFName): Name => new Name(new TextDecoder().decode(name.asBytes()));

function dictOf(object: PDFDict, where: string, resolve: Resolve): Dict {
  const entries = object
    .entries()
    .map(([key, value]) => [nameOf(key).text, readValue(value, where, resolve)] as const);
  return new Dict(new Map(entries), where, resolve);
}
