/** Adds items at the end, one by one: a call takes no more arguments than the stack has room for. */
export function append<T>(to: T[], items: Iterable<T>): void {
  for (const item of items) to.push(item);
}
