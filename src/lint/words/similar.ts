/**
 * The pairs of texts that share so much of their words (Sørensen and Dice, each word once), the later
 * of the two first. Such a pair shares one of its rarest words, so that only texts that do are compared
 * (Chaudhuri et al., "A primitive operator for similarity joins in data cleaning", ICDE 2006).
 */
export function* similarPairs(
  texts: readonly (readonly string[])[],
  least: number,
): Generator<[later: number, earlier: number]> {
  const having = new Map<number, number[]>();
  const sets = numbered(texts);
  for (const [later, words] of sets.entries()) {
    const telling = words.slice(
      0,
      words.length - Math.ceil((words.length * least) / (2 - least)) + 1,
    );
    const candidates = new Set(telling.flatMap((word) => having.get(word) ?? []));
    for (const earlier of candidates)
      if (dice(words, sets[earlier] ?? []) >= least) yield [later, earlier];
    for (const word of telling) {
      const others = having.get(word);
      if (others) others.push(later);
      else having.set(word, [later]);
    }
  }
}

/** The words of each text as numbers, each once, those that few texts have first. */
function numbered(texts: readonly (readonly string[])[]): number[][] {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const sets = texts.map((words) => {
    const own = [...new Set(words)].map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    });
    return own;
  });
  for (const set of sets) set.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  return sets;
}

function dice(a: readonly number[], b: readonly number[]): number {
  const own = new Set(a);
  return (2 * b.filter((word) => own.has(word)).length) / (a.length + b.length);
}
