import { testSteps, type Tally, type TestStep } from "./test-steps.ts";

const atOnce = 2;
const results = new Map<string, Tally>();

const started = performance.now();
await runAll(testSteps({ full: process.argv.includes("--full") }));
summarize();

/** Runs steps in order, two at a time where they do not need each other or the whole machine. */
async function runAll(waiting: TestStep[]): Promise<void> {
  const running = new Map<TestStep, Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find((step) => mayStart(step, running));
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      running.set(
        next,
        runStep(next).finally(() => running.delete(next)),
      );
    } else {
      await Promise.race(running.values());
    }
  }
}

function mayStart(step: TestStep, running: Map<TestStep, unknown>): boolean {
  const crowded =
    running.size >= (step.alone ? 1 : atOnce) || [...running.keys()].some((other) => other.alone);
  return !crowded && (step.after ?? []).every((name) => results.has(name));
}

async function runStep(step: TestStep): Promise<void> {
  const broken = step.after?.find((name) => results.get(name)?.failed);
  if (broken) return report(step, { ok: false, output: `not run: ${broken} failed` }, "");
  const begun = performance.now();
  const outcome = await step.run();
  report(step, outcome, seconds(begun));
}

function report(step: TestStep, outcome: Awaited<ReturnType<TestStep["run"]>>, time: string): void {
  const { ok, output, passed = ok ? 1 : 0, failed = 0 } = outcome;
  const tally = { passed, failed: ok ? failed : Math.max(failed, 1) };
  results.set(step.name, tally);
  const counts = outcome.passed === undefined ? "" : ` ${passed} passed${failed ? `, ${failed} failed` : ""}`;
  console.log(`${ok ? "ok  " : "FAIL"} ${step.name.padEnd(20)} ${time.padStart(8)}${counts}`);
  if (!ok) console.log(`${output.trimEnd()}\n`);
}

function summarize(): void {
  const tallies = [...results.values()];
  const sum = (of: keyof Tally) => tallies.reduce((total, tally) => total + tally[of], 0);
  console.log(`All steps took ${seconds(started)}`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
