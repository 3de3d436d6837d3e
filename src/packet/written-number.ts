/** A number that a file holds, with all of its digits: not text, and not rounded. */
export class WrittenNumber {
  constructor(readonly digits: string) {}
}
