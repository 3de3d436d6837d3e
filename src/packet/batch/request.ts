import type { ImageFile } from "../../resources.js";
import type { Shared } from "../make.js";
import type { Screen } from "./progress.js";
import type { Shard } from "./shard.js";

/** What a batch is asked for. */
export interface BatchRequest {
  /** The file of candidates, and the folder of the packets, as the user gave them. */
  batch: string;
  out: string;
  /** How many threads make packets; 1: this one. */
  jobs: number;
  shard: Shard | null;
  /** Only what is missing or out of date is made. */
  resume: boolean;
  quiet: boolean;
  shared: Shared;
  /** The images of the post, by their addresses: what threads get of the resources. */
  images: ReadonlyMap<string, ImageFile>;
}

/** What a batch knows of the world outside. */
export interface World extends Screen {
  cwd: string;
  out(text: string): void;
  colour: { out: boolean; err: boolean };
  /** The URL of the script that threads run; absent where there are to be none. */
  packetWorker?: string;
  /** Says that the user wants it to stop: what has begun is ended, and no more is begun. */
  interrupted?: AbortSignal;
  /** Milliseconds since some moment. */
  now(): number;
}
