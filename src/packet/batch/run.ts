import { removeFolder } from "../../files/index.js";
import type { Kitchen } from "./line.js";
import { ownPool, type Pool, threadPool } from "./pool.js";
import { prepare, type Source } from "./prepare.js";
import { progressOf } from "./progress.js";
import type { BatchRequest, World } from "./request.js";
import { type Counts, serve } from "./serve.js";

/** Makes the packets of a batch. Throws a BatchError or a FileError where that can't be done. */
export async function run(request: BatchRequest, source: Source, world: World): Promise<0 | 1 | 2> {
  const start = world.now();
  const { kitchen, rows } = await prepare(request, source, world);
  const progress = progressOf(rows, world, request.quiet);
  const pool = await poolFor(request, world);
  try {
    const counts = await serve(source, { ...kitchen, pool }, progress, { request, world });
    progress.end();
    return conclude(counts, kitchen, { request, world }, world.now() - start);
  } finally {
    progress.end();
    await pool.close();
    kitchen.manifest.close();
    removeFolder(kitchen.workshop);
  }
}

/** One thread more than none would take its memory for nothing. */
async function poolFor({ jobs, shared, images }: BatchRequest, world: World): Promise<Pool> {
  const { packetWorker } = world;
  if (jobs < 2 || !packetWorker) return ownPool(shared);
  return threadPool(packetWorker, jobs, { shared, images });
}

function conclude(
  counts: Counts,
  { manifest }: Pick<Kitchen, "manifest">,
  { request, world }: { request: BatchRequest; world: World },
  ms: number,
): 0 | 1 | 2 {
  const { made, unchanged, failed, stopped } = counts;
  if (!stopped) manifest.end({ made: made + unchanged, failed });
  const shard = request.shard ? `shard ${request.shard.index}/${request.shard.of}: ` : "";
  if (!request.quiet) world.out(`${shard}${summary(counts)} (${time(ms)})\n`);
  if (stopped === "interrupted") {
    world.err("Stopped. The same command with --resume goes on from here.\n");
  }
  return stopped ? 2 : failed > 0 ? 1 : 0;
}

function summary({ made, unchanged, failed }: Counts): string {
  const rows = made + unchanged + failed;
  const parts = [
    ...(made > 0 ? [`${made} made`] : []),
    ...(unchanged > 0 ? [`${unchanged} up to date`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return `${rows} ${rows === 1 ? "row" : "rows"}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
}

const time = (ms: number): string =>
  ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
