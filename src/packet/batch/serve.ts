import { begin, type Done, type Kitchen } from "./line.js";
import { AHEAD } from "./pool.js";
import type { Source } from "./prepare.js";
import type { Progress } from "./progress.js";
import type { BatchRequest, World } from "./request.js";
import type { Row } from "./row.js";
import { isIn } from "./shard.js";
import { failure, findingOf, placesIn, type RowPlaces, teller } from "./tell.js";

/** How many rows a batch has done, and why not all. */
export interface Counts {
  made: number;
  unchanged: number;
  failed: number;
  stopped: "interrupted" | "unwritable" | null;
}

/** A row that has begun. */
interface Begun {
  places: RowPlaces;
  done: Promise<Done>;
}

/** Makes the packets of a batch, and tells of each row in the order of the rows. */
export async function serve(
  { read, file }: Source,
  kitchen: Kitchen,
  progress: Progress,
  { request, world }: { request: BatchRequest; world: World },
): Promise<Counts> {
  const waiter = new Waiter(kitchen, progress, { request, world });
  const most = request.jobs * AHEAD;
  let ordinal = 0;
  for await (const row of read(file)) {
    if (world.interrupted?.aborted) waiter.counts.stopped ??= "interrupted";
    if (waiter.counts.stopped) break;
    await waiter.add(row, begin(row, ordinal, isIn(request.shard, ordinal), kitchen), most);
    ordinal++;
  }
  await waiter.finish();
  return waiter.counts;
}

/** Waits for packets, the first that has begun first. */
class Waiter {
  readonly counts: Counts = { made: 0, unchanged: 0, failed: 0, stopped: null };
  readonly #begun: Begun[] = [];
  readonly #tell: ReturnType<typeof teller>;

  constructor(
    private readonly kitchen: Kitchen,
    private readonly progress: Progress,
    private readonly about: { request: BatchRequest; world: World },
  ) {
    const { request, world } = about;
    this.#tell = teller((text) => progress.say(text), world, request.quiet);
  }

  /** Adds a row (null: it is not ours), and waits until at most so many are not done. */
  async add(row: Row, done: Promise<Done> | null, most: number): Promise<void> {
    if (!done) return;
    // What fails is thrown when its turn comes.
    done.catch(() => {});
    this.#begun.push({ places: placesIn(row), done });
    while (this.#begun.length >= most) await this.#settle();
  }

  async finish(): Promise<void> {
    while (this.#begun.length > 0) await this.#settle();
  }

  async #settle(): Promise<void> {
    const next = this.#begun.shift();
    if (!next) return;
    const done = await next.done;
    if ("unwritable" in done) this.#stop(done.unwritable);
    // Behind a row that is not told no other one is: they are told in their order.
    else if (this.counts.stopped !== "unwritable") this.#told(done, next.places);
  }

  #stop(reason: string): void {
    if (this.counts.stopped !== "unwritable") {
      this.#tell([failure(this.about.request.out, "unwritable", reason)]);
    }
    this.counts.stopped = "unwritable";
  }

  #told(
    { entry, isNew, messages }: Exclude<Done, { unwritable: string }>,
    places: RowPlaces,
  ): void {
    this.kitchen.manifest.add(entry, isNew);
    this.#tell(messages.map((each) => findingOf(each, places)));
    const failed = entry.status === "failed";
    this.counts[failed ? "failed" : isNew ? "made" : "unchanged"]++;
    this.progress.step(failed);
  }
}
