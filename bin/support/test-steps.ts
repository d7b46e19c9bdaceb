import { readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./ensure-browser.ts";
import { type Outcome, programs, run, runNode } from "./run.ts";
import { noteBuilt } from "./sources.ts";

export interface Tally {
  passed: number;
  failed: number;
}

export interface TestStep {
  name: string;
  /** Names of the steps that must have ended well before. */
  after?: string[];
  /** Uses both cores: nothing else runs meanwhile. */
  alone?: boolean;
  run(): Promise<Outcome & Partial<Tally>>;
}

/** Everything `npm test` checks; `--full` tries far more cases in the property tests. */
export function testSteps({ full }: { full: boolean }): TestStep[] {
  const env = { NEXT_TELEMETRY_DISABLED: "1", CI: "1", ...(full && { TEST_FULL: "1" }) };
  return [
    { name: "build", run: () => build(env) },
    { name: "browser", run: () => ensureBrowser({ full }) },
    { name: "lint", run: () => runNode(programs.eslint, ["."]) },
    { name: "format", run: () => runNode(programs.prettier, ["--check", "--log-level=warn", "."]) },
    { name: "types", after: ["build"], run: () => runNode(programs.tsc, ["-p", ".", "--noEmit"]) },
    { name: "imports", run: () => npmScript("imports") },
    { name: "dead code", run: () => runNode(programs.knip) },
    { name: "translations", run: () => runNode("bin/check-translations.ts") },
    { name: "migrations", run: () => runNode("bin/check-migrations.ts") },
    { name: "unit and API tests", alone: true, run: () => vitest(env) },
    { name: "browser tests", after: ["build", "browser"], alone: true, run: () => playwright(env) },
  ];
}

async function build(env: Record<string, string>): Promise<Outcome> {
  const outcome = await runNode(programs.next, ["build"], { env });
  if (outcome.ok) noteBuilt();
  return outcome;
}

function npmScript(name: string): Promise<Outcome> {
  const npm = process.env.npm_execpath;
  return npm ? runNode(npm, ["run", "--silent", name]) : run("npm", ["run", "--silent", name]);
}

async function vitest(env: Record<string, string>): Promise<Outcome & Tally> {
  const report = "test-results/vitest.json";
  rmSync(report, { force: true });
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const outcome = await runNode(programs.vitest, args, { env: { ...env, NO_COLOR: "1" } });
  const { numPassedTests = 0, numFailedTests = 0 } = numbersIn(report);
  return { ...outcome, passed: numPassedTests, failed: numFailedTests };
}

async function playwright(env: Record<string, string>): Promise<Outcome & Tally> {
  const report = "test-results/playwright.json";
  rmSync(report, { force: true });
  const outcome = await runNode(programs.playwright, ["test", "--reporter=line,json"], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const { expected = 0, flaky = 0, unexpected = 0 } = numbersIn(report);
  return { ...outcome, passed: expected + flaky, failed: unexpected };
}

/** The figures of a report, wherever they stand in it; none when the run broke before writing it. */
function numbersIn(report: string): Record<string, number> {
  try {
    const { stats, ...rest } = JSON.parse(readFileSync(report, "utf8"));
    return { ...rest, ...stats };
  } catch {
    return {};
  }
}
