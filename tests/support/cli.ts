import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll } from "vitest";

const program = join(dirname(fileURLToPath(import.meta.resolve("@stripe/cli/package.json"))), "bin/shim.js");
const home = mkdtempSync(join(tmpdir(), "comptoir-cli-"));

/** The official command line as a shell calls it. */
export const cliCommand = `"${process.execPath}" "${program}"`;

type Place = { url: string; key: string };

export interface RunningCli {
  /** Everything it said so far. */
  output(): string;
  /** Resolves once it has said something that fits. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>;
}

/** The official command line, with a home of its own and nothing told to anybody: what it prints. */
export async function cli(place: Place, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, argumentsOf(place, args), { env });
  return stdout;
}

/** The same, for a command that goes on until it is stopped, at the latest at the end of the test file. */
export function runningCli(place: Place, ...args: string[]): RunningCli {
  const child = spawn(process.execPath, argumentsOf(place, args), {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    // The package's program starts another one: both are one group, and stopped together.
    detached: true,
  });
  let text = "";
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      heard();
    });
  }
  const stop = () => ended(child);
  running.add(stop);
  return {
    output: () => text,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        heard = () => {
          const found = pattern.exec(text);
          if (found) resolve(found);
        };
        child.once("exit", () => reject(new Error(`It ended without saying ${pattern}: ${text}`)));
        heard();
      }),
    stop,
  };
}

const running = new Set<() => Promise<void>>();

afterAll(async () => {
  await Promise.all([...running].map((stop) => stop()));
  rmSync(home, { recursive: true, force: true });
});

const env = { ...process.env, HOME: home, STRIPE_CLI_TELEMETRY_OPTOUT: "1", NO_COLOR: "1" };

function argumentsOf({ url, key }: Place, args: string[]): string[] {
  return [program, ...args, "--api-base", url, "--api-key", key];
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    process.kill(-(child.pid ?? 0), "SIGINT");
  });
}
