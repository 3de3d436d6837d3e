/** Milliseconds of processor time that the work below takes on the machine whose seconds are meant. */
const USUAL_MS = 300;

/**
 * How many times slower this processor is than the usual one, 1 at least: bounds on processor time are
 * demands on the program, not on the machine that happens to test it. None of our code is in the work.
 */
export const slowness = (): number => {
  known ??= Math.max(1, Math.min(work(), work(), work()) / USUAL_MS);
  return known;
};

let known: number | undefined;

/** Parsing, objects and patterns: what reading XML is made of, too. */
function work(): number {
  const before = process.cpuUsage();
  for (let round = 0; round < 3; round++) {
    const parsed: { text: string }[] = JSON.parse(TEXT);
    const words = parsed.reduce((sum, { text }) => sum + text.split(" ").length, 0);
    if (words + (TEXT.match(/[^"\\]+/g)?.length ?? 0) === 0) throw new Error("no work was done");
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const TEXT = JSON.stringify(
  Array.from({ length: 60_000 }, (_, index) => ({
    name: `w:p${index % 7}`,
    attributes: { "w:val": String(index) },
    text: `a b c d e f ${index}`,
  })),
);
