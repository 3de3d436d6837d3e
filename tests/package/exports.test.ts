import * as path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** The file that an import of the package leads to, and all that it exports. */
function publicSymbols(): { checker: ts.TypeChecker; symbols: ts.Symbol[] } {
  const { config } = ts.readConfigFile(path.join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  const entry = path.join(ROOT, "src/index.ts");
  const program = ts.createProgram(
    [entry, path.join(ROOT, "src/write/pdf/packages.d.ts")],
    options,
  );
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  return { checker, symbols: module ? checker.getExportsOfModule(module) : [] };
}

const { checker, symbols } = publicSymbols();

/** What an export is, behind all names that lead to it. */
const origin = (symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** The members of an interface or a class that a user sees. */
function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  if (!(symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class))) return [];
  return [...(symbol.members?.values() ?? [])].filter(
    ({ name, flags }) => !(flags & ts.SymbolFlags.TypeParameter) && !/^(?:__|#)/.test(name),
  );
}

const isDocumented = (symbol: ts.Symbol): boolean =>
  symbol.getDocumentationComment(checker).length > 0;

/** Members whose names say all that there is to say. */
const PLAIN = new Set(["type", "title", "slug", "name", "width", "height", "bytes", "posts"]);

test("every export, and what one sees of it, says what it is", () => {
  const mute = symbols.flatMap((symbol) => {
    const own = origin(symbol);
    // The schemas, as one: each is documented below its name.
    const inner = own.flags & ts.SymbolFlags.ValueModule ? checker.getExportsOfModule(own) : [];
    const all = [own, ...inner.map(origin), ...membersOf(own)];
    const module = (each: ts.Symbol) => (each.flags & ts.SymbolFlags.ValueModule) !== 0;
    return all
      .filter((each) => !module(each) && !isDocumented(each) && !PLAIN.has(each.name))
      .map((each) => (each === own ? symbol.name : `${symbol.name}.${each.name}`));
  });
  expect(mute).toEqual([]);
});

test("the functions that people look for are there", () => {
  const names = symbols.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["apply", "build", "check", "diff", "lint", "read", "reverse"]),
  );
});
