import { SIDES } from "../../../docx-names.js";
import type { SmallType } from "../small-type.js";
import { valued } from "../xml.js";
import type { StyleDefinition } from "./definition.js";
import { paragraphLook, runLook } from "./look.js";

/** A side of the page. */
export type Side = "left" | "center" | "right";

/** What a cell asks of the styles of its paragraphs. */
export interface Asked {
  small?: SmallType | undefined;
  align?: Side | undefined;
}

/** The styles that narrow columns and aligned cells need beside the fixed ones, made on demand. */
export class StyleVariants {
  readonly #made = new Map<string, StyleDefinition>();

  constructor(
    /** Names of styles, by their ids. */
    private readonly names: ReadonlyMap<string, string>,
    private readonly rtl: boolean,
  ) {}

  /** The id of a paragraph's style as a cell asks for it; the base itself where it asks nothing. */
  paragraph(base: string | undefined, { small, align }: Asked): string | undefined {
    if (!small && !align) return base;
    const side = align && SIDES.find((each) => each.toLowerCase() === align);
    return this.#variant("paragraph", base ?? "Normal", [small?.name, side], {
      paragraph: paragraphLook({
        ...(small && { spacing: { line: small.line } }),
        ...(align && { align: jc(align, this.rtl) }),
      }),
      run: small ? runLook({ size: small.size }) : "",
    });
  }

  /** The id of a character style in narrow columns. */
  character(base: string, small: SmallType | undefined): string {
    if (!small) return base;
    const run = valued("w:sz", small.size) + valued("w:szCs", small.size);
    return this.#variant("character", base, [small.name], { run });
  }

  /** All that were asked for, in order of their ids. */
  get definitions(): StyleDefinition[] {
    return [...this.#made.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #variant(
    type: "paragraph" | "character",
    base: string,
    suffixes: readonly (string | undefined)[],
    look: Pick<StyleDefinition, "paragraph" | "run">,
  ): string {
    const told = suffixes.filter((each) => each !== undefined);
    const id = `Rungbook${base.replace(/^Rungbook/, "")}${told.join("")}`;
    if (!this.#made.has(id)) {
      const own = (this.names.get(base) ?? base).replace(/^rungbook /, "");
      const name = `rungbook ${own.charAt(0).toUpperCase()}${own.slice(1)} ${told.join(" ")}`;
      this.#made.set(id, { type, id, name, basedOn: base, ...look });
    }
    return id;
  }
}

/** On a right-to-left page "left" is where a line begins (ECMA-376, 17.3.1.13). */
function jc(side: Side, rtl: boolean): Side {
  if (!rtl || side === "center") return side;
  return side === "left" ? "right" : "left";
}
