import { MultiBar, Presets, type SingleBar } from "cli-progress";

/** Tells how far a batch is. */
export interface Progress {
  /** A row is done. */
  step(failed: boolean): void;
  /** A line that is to stay. */
  say(text: string): void;
  end(): void;
}

/** Where it is told. */
export interface Screen {
  err(text: string): void;
  /** The terminal behind that; absent where there is none. */
  terminal?: NodeJS.WriteStream | undefined;
}

/** A bar on a terminal, lines elsewhere; where all is to be quiet, only what is to stay. */
export function progressOf(total: number, screen: Screen, quiet: boolean): Progress {
  if (quiet) return { step() {}, say: screen.err, end() {} };
  return screen.terminal ? barOf(total, screen.terminal) : linesOf(total, screen);
}

const FORMAT =
  "{bar} {percentage}%  {value} of {total} rows  {rate} a second  {eta_formatted} left  {failed} failed";

function barOf(total: number, stream: NodeJS.WriteStream): Progress {
  const options = {
    format: FORMAT,
    stream,
    clearOnComplete: true,
    hideCursor: true,
    etaBuffer: 200,
  };
  const bars = new MultiBar(options, Presets.shades_grey);
  const bar = bars.create(total, 0, { rate: "–", failed: 0 });
  const start = performance.now();
  let done = 0;
  let failures = 0;
  return {
    step(failed) {
      failures += Number(failed);
      tick(bar, { done: ++done, failures, seconds: (performance.now() - start) / 1000 });
    },
    say: (text) => bars.log(text),
    end: () => bars.stop(),
  };
}

function tick(bar: SingleBar, now: { done: number; failures: number; seconds: number }): void {
  const rate = (now.done / now.seconds).toFixed(now.done < now.seconds * 10 ? 1 : 0);
  bar.update(now.done, { rate, failed: now.failures });
}

/** A shorter batch is over before anybody asks how far it is. */
const WORTH_TELLING = 100;

/** A line at each tenth. */
function linesOf(total: number, { err }: Screen): Progress {
  let done = 0;
  let failures = 0;
  return {
    step(failed) {
      failures += Number(failed);
      const tenth = (rows: number) => Math.floor((rows * 10) / total);
      const isNext = tenth(++done) > tenth(done - 1);
      if (isNext && total >= WORTH_TELLING) err(`${done} of ${total} rows, ${failures} failed\n`);
    },
    say: err,
    end() {},
  };
}
