type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One theme over another: maps are merged, anything else is replaced. */
export function mergeOver(base: Plain, own: Plain): Plain {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(own)) {
    const under = merged.get(key);
    merged.set(key, isPlain(under) && isPlain(value) ? mergeOver(under, value) : value);
  }
  // Not by assignment: a key "__proto__" is a key like any other.
  return Object.fromEntries(merged);
}
