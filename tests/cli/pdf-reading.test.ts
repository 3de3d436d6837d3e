import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { readInThread } from "../../src/commands/check/pdf-reading.js";

const thread = (code: string) =>
  new Worker(`const { parentPort } = require("node:worker_threads");\n${code}`, { eval: true });

test("a page that is never read to its end is given up", async () => {
  const worker = thread(
    'parentPort.once("message", () => { parentPort.postMessage({ page: 6 }); for (;;); });',
  );
  const { value, messages } = await readInThread(worker, new Uint8Array(), 1000);
  expect(value).toBeNull();
  expect(messages).toMatchObject([{ ruleId: "unreadable-text", fatal: true }]);
  expect(messages[0]?.reason).toContain("Page 7 takes too long");
});

test("a thread that breaks is an error", async () => {
  const worker = thread('parentPort.once("message", () => { throw new Error("no memory"); });');
  const { value, messages } = await readInThread(worker, new Uint8Array());
  expect(value).toBeNull();
  expect(messages[0]?.reason).toContain("no memory");
});

test("what a thread has read comes back with its messages", async () => {
  const answer =
    '{ value: [], messages: [{ severity: "warning", rule: "untagged-pdf", reason: "No tags" }] }';
  const worker = thread(`parentPort.once("message", () => parentPort.postMessage(${answer}));`);
  const { value, messages } = await readInThread(worker, new Uint8Array());
  expect(value).toEqual([]);
  expect(messages).toMatchObject([{ ruleId: "untagged-pdf", fatal: false, reason: "No tags" }]);
});
