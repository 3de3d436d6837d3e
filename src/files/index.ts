/** The one module that touches the file system. */
export { createInside } from "./create.js";
export { FileError } from "./error.js";
export { listFiles, makeFolder, removeFolder } from "./folder.js";
export { hashOfFile, holds, holdsHash } from "./held.js";
export { LineFile } from "./lines.js";
export { identityAt, identityOf, kindOf, kindSeen, realPathOf, sizeOf } from "./look.js";
export { ownFolder, readPackageFile, readProfile } from "./packages.js";
export { readFile, readInside, streamFile } from "./read.js";
export { areStill, noteRead, type Stamps, traced } from "./traced.js";
export { Watcher } from "./watcher.js";
export { appendFile, moveFile, saveFile, sweep, writeFile } from "./write.js";
