import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type Reporter, type TestModule, type TestSpecification } from "vitest/node";

/** The counts alone on the last line, for those who read the log by program. */
const counts: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    console.log(`\n${count("passed")} passed, ${count("failed") + broken} failed`);
  },
};

/** Files that take longest, first: begun last, one of them would keep a processor while others idle. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) =>
      /\/tests\/(?:cli|merge|packet\/batch)\/|\/(?:hostile|corpus)\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

// `--mode long` is for runs that take minutes: more examples, larger posts.
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/bundle.ts"],
    setupFiles: ["tests/seed.ts"],
    // One a processor: by itself vitest leaves one idle.
    maxWorkers: "100%",
    // Modules are read once a worker: no test leaves anything in them that another would stumble over.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    reporters: ["default", counts],
    env: { RUNGBOOK_LONG: mode === "long" ? "1" : "" },
    testTimeout: mode === "long" ? 600_000 : 60_000,
  },
}));
