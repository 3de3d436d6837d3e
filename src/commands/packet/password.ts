import * as path from "node:path";
import { FileError, readFile } from "../../files/index.js";
import type { Encryption } from "../../packet/make.js";
import { type Context, type Option, type Options, UsageError } from "../command.js";

/** The options of `packet` that protect a PDF. No password is ever an argument: others can see those. */
export const PASSWORD_OPTIONS: readonly Option[] = [
  {
    flags: "--encrypt",
    summary: "protect the PDF (AES-256): with RUNGBOOK_PASSWORD, else a password that is asked for",
  },
  { flags: "--password-file <file>", summary: "the password is the first line of this file" },
  {
    flags: "--permit <list>",
    summary: "what may be done with the PDF: print, copy, edit, none",
    default: "print",
  },
];

/** The longest password that a PDF can have. */
const MAX_BYTES = 127;
const PERMISSIONS = ["print", "copy", "edit"] as const;

/** How PDFs are protected; null: they are not. */
export async function encryptionOf(options: Options, context: Context): Promise<Encryption | null> {
  if (options.encrypt !== true) {
    if (options.passwordFile !== undefined) throw new UsageError("--password-file needs --encrypt");
    return null;
  }
  const permissions = permissionsOf(String(options.permit));
  const password = await passwordOf(options, context);
  if (password === "" || /\p{Cc}/u.test(password) || Buffer.byteLength(password) > MAX_BYTES)
    throw new UsageError(`unusable password, expected 1 to ${MAX_BYTES} bytes without controls`);
  return { password, permissions };
}

function permissionsOf(list: string): Encryption["permissions"] {
  const names = list.split(",").map((name) => name.trim());
  const known: readonly string[] = [...PERMISSIONS, "none"];
  if (!names.every((name) => known.includes(name)))
    throw new UsageError(`unknown permission, expected ${known.join(", ")}`);
  return {
    print: names.includes("print"),
    copy: names.includes("copy"),
    edit: names.includes("edit"),
  };
}

async function passwordOf({ passwordFile }: Options, context: Context): Promise<string> {
  if (passwordFile !== undefined) return firstLine(String(passwordFile), context);
  if (context.password !== undefined) return context.password;
  if (!context.askUnseen)
    throw new UsageError(
      "no password given, expected RUNGBOOK_PASSWORD, --password-file, or a terminal",
    );
  const [password, again] = (await context.askUnseen(["Password: ", "Again: "])) ?? [];
  if (password === undefined) throw new UsageError("no password given");
  if (again !== password) throw new UsageError("the two passwords differ");
  return password;
}

function firstLine(file: string, { cwd }: Context): string {
  try {
    const text = new TextDecoder().decode(readFile(path.resolve(cwd, file), 64 * 1024));
    return text.split(/\r?\n/)[0] ?? "";
  } catch (error) {
    if (error instanceof FileError) throw new UsageError(`--password-file: ${error.message}`);
    throw error;
  }
}
