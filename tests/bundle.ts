import { execFileSync } from "node:child_process";

/** Bundles once before all tests, so that those of the command line run what users run. */
export function setup(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"] });
}
