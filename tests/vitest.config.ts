import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { Reporter, TestModule } from "vitest/node";

/** The counts alone on the last line, for those who read the log by program. */
const counts: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    console.log(`\n${count("passed")} passed, ${count("failed") + broken} failed`);
  },
};

// `--mode long` is for runs that take minutes: more examples, larger posts.
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/bundle.ts"],
    // One a processor: by itself vitest leaves one idle.
    maxWorkers: "100%",
    reporters: ["default", counts],
    env: { RUNGBOOK_LONG: mode === "long" ? "1" : "" },
    testTimeout: mode === "long" ? 600_000 : 60_000,
  },
}));
