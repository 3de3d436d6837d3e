import * as path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { FSWatcher } from "chokidar";
import { FileError } from "./error.js";
import { kindOf } from "./look.js";

/** A burst of saves is over when nothing happened for so long. */
const QUIET_MS = 20;

/** Who saves without end is not waited for longer than this. */
const LONGEST_MS = 200;

/**
 * Hears that something happened to files, be they there yet or not. What happened, `stampOf` tells
 * better than events do: chokidar drops those that follow each other closely.
 */
export class Watcher {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #open = new Set<string>();
  #chokidar: FSWatcher | null = null;
  #happened = false;
  #last = 0;
  #failed: Error | null = null;
  #wake = (): void => {};

  /** Hears of these files, and of what stands right in these folders, from now on. Paths are absolute. */
  async follow(files: Iterable<string>, folders: Iterable<string>): Promise<void> {
    const chokidar = await this.#start();
    for (const folder of folders) this.#folders.add(folder);
    for (const file of [...files, ...folders]) {
      if (this.#files.has(file)) continue;
      for (const each of [file, ...foldersAbove(file)]) this.#files.add(each);
      for (const each of this.#unopened(file)) chokidar.add(each);
    }
  }

  /** Waits until something happened and the burst is over, or until it is to stop. */
  async settled(stop: AbortSignal): Promise<void> {
    const wake = () => this.#wake();
    stop.addEventListener("abort", wake, { once: true });
    if (!this.#happened && !stop.aborted) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    stop.removeEventListener("abort", wake);
    const latest = performance.now() + LONGEST_MS;
    const rest = () => Math.min(this.#last + QUIET_MS, latest) - performance.now();
    for (let wait = rest(); wait > 0 && !stop.aborted; wait = rest()) await setTimeout(wait);
    this.#happened = false;
    if (this.#failed) throw new FileError(`Can't watch: ${this.#failed.message}`);
  }

  /** Ends it: nothing keeps the process alive any more. */
  async close(): Promise<void> {
    await this.#chokidar?.close();
  }

  async #start(): Promise<FSWatcher> {
    if (this.#chokidar) return this.#chokidar;
    const { watch } = await import("chokidar");
    const ignored = (file: string) => !this.#hears(file);
    const chokidar = watch([], { ignored, ignorePermissionErrors: true });
    chokidar.on("all", (_event, file) => this.#hear(file));
    chokidar.on("raw", (_event, name, details) => this.#hear(pathOf(name, details)));
    chokidar.on("error", (error) => {
      this.#failed = error as Error;
      this.#wakeUp();
    });
    this.#chokidar = chokidar;
    return chokidar;
  }

  #hear(file: string): void {
    if (this.#hears(file)) this.#wakeUp();
  }

  #wakeUp(): void {
    this.#happened = true;
    this.#last = performance.now();
    this.#wake();
  }

  #hears(file: string): boolean {
    const absolute = path.resolve(file);
    return this.#files.has(absolute) || this.#folders.has(path.dirname(absolute));
  }

  /** The two folders nearest to a file, as far as they are not watched yet. */
  #unopened(file: string): string[] {
    const there = [file, ...foldersAbove(file)].filter((each) => kindOf(each) === "folder");
    // The nearest one hears of its files, the one above it when it is removed and comes back.
    const near = there.slice(0, 2).filter((each) => !this.#open.has(each));
    for (const each of near) this.#open.add(each);
    return near;
  }
}

/** The path that a system's own event is about: it names a file of a folder, or the watched file itself. */
function pathOf(name: string | null, details: unknown): string {
  const { watchedPath = "" } = details as { watchedPath?: string };
  if (path.basename(watchedPath) === name) return watchedPath;
  return path.resolve(watchedPath, name ?? "");
}

function foldersAbove(file: string): string[] {
  const folder = path.dirname(file);
  return folder === file ? [] : [folder, ...foldersAbove(folder)];
}
