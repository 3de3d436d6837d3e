import { compose } from "../compose/handbook.js";
import { failed } from "../diagnostics.js";
import { type Node, treeOf } from "../match/tree.js";
import { readPost } from "../read/post/index.js";
import { OverlapError } from "../splice.js";
import type { Change } from "./change.js";
import type { Plan } from "./plan.js";
import { carryOut } from "./source/edit.js";
import { writeHeads } from "./source/heads.js";
import { PostSource } from "./source/post.js";
import { Unwritable } from "./source/unwritable.js";
import { type Favour, type Sides, threeWay } from "./three-way/index.js";
import { differsAt } from "./verify.js";

/** A post as it stands: its text without byte order mark, its file's name without folder. */
interface Post {
  text: string;
  file: string;
}

/**
 * Carries a merge out. What is written is read again, and has to say what was to be said: a change
 * that does not come out right is taken back.
 */
export class Attempt {
  private parsed: PostSource | undefined;

  constructor(
    private readonly sides: Sides,
    private readonly ours: Post,
    private readonly favour: Favour,
  ) {}

  /** Most files that are merged bring no change, or were merged before. */
  private get post(): PostSource {
    const { text, file } = this.ours;
    this.parsed ??= new PostSource(text, /\.html?$/i.test(file));
    return this.parsed;
  }

  /** All changes; those that can't be written one by one taken back. */
  all(): { changes: Change[]; text: string } {
    const unplaced = new Map<Node, string>();
    for (;;) {
      const { plan, changes } = threeWay(this.sides, this.favour, unplaced);
      const made = changes.filter(({ outcome }) => outcome === "made");
      if (made.length === 0 || changes.some(({ outcome }) => outcome === "conflict"))
        return { changes, text: this.ours.text };
      const done = this.write(plan);
      if (typeof done === "string") return { changes, text: done };
      const guilty = this.guilty(done, made, unplaced);
      for (const { nodes } of guilty) unplaced.set(keyOf(nodes), done.why);
    }
  }

  private write(plan: Plan): string | Fault {
    try {
      const text = carryOut(plan, this.post);
      return this.checked(plan, text);
    } catch (error) {
      if (error instanceof Unwritable) return { why: error.message, plan: error.plan };
      if (error instanceof OverlapError) return { why: NOT_AS_MEANT, plan: null };
      throw error;
    }
  }

  /** What was written says what was to be said, or it is not written. */
  private checked(plan: Plan, text: string): string | Fault {
    const { file } = this.ours;
    const { value, messages } = readPost(new TextEncoder().encode(text), { file });
    if (!value || failed(messages)) return { why: NOT_AS_MEANT, plan: null };
    const at = differsAt(plan, treeOf(compose(value)));
    return at ? { why: NOT_AS_MEANT, plan: at } : writeHeads(text, value);
  }

  /** The changes to blame: those to the node that came out wrong, else the half in which it goes wrong. */
  private guilty(
    { plan }: Fault,
    made: readonly Change[],
    unplaced: ReadonlyMap<Node, string>,
  ): readonly Change[] {
    // A track that is none any more may be so by whatever is in it.
    const about = plan && plan.kind !== "track" ? plan : null;
    const blamed = about ? made.filter(({ nodes }) => isAbout(nodes, about)) : [];
    if (blamed.length > 0) return blamed;
    let suspects = made;
    while (suspects.length > 1) {
      const half = suspects.slice(0, Math.ceil(suspects.length / 2));
      const others = new Set(made.filter((each) => !half.includes(each)));
      suspects = this.fails(others, unplaced) ? half : suspects.slice(half.length);
    }
    return suspects;
  }

  /** True where the merge without these changes still fails. */
  private fails(without: ReadonlySet<Change>, unplaced: ReadonlyMap<Node, string>): boolean {
    const all = new Map(unplaced);
    for (const { nodes } of without) all.set(keyOf(nodes), NOT_AS_MEANT);
    return typeof this.write(threeWay(this.sides, this.favour, all).plan) !== "string";
  }
}

interface Fault {
  why: string;
  /** Where it went wrong, where that is known. */
  plan: Plan | null;
}

const NOT_AS_MEANT = "the post would not read as it should";

/** What a change is known by. */
const keyOf = ({ theirs, base }: Change["nodes"]): Node => (theirs ?? base) as Node;

function isAbout({ base, theirs, ours }: Change["nodes"], plan: Plan): boolean {
  for (let each: Plan | null = plan; each; each = each.parent) {
    if (each.theirs && each.theirs === theirs) return true;
    if (each === plan && each.ours && (each.ours === ours || each.ours === base)) return true;
  }
  return false;
}
