import { spawn } from "node:child_process";

export interface Outcome {
  ok: boolean;
  output: string;
}

/** Runs a program to its end and keeps what it prints; `onLine` hears each line as it comes. */
export function run(
  program: string,
  args: string[],
  options: { env?: Record<string, string>; onLine?: (line: string) => void } = {},
): Promise<Outcome> {
  const child = spawn(program, args, {
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const hear = (chunk: string) => {
    output += chunk;
    if (options.onLine) chunk.split("\n").filter(Boolean).forEach(options.onLine);
  };
  child.stdout.setEncoding("utf8").on("data", hear);
  child.stderr.setEncoding("utf8").on("data", hear);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ ok: false, output: String(error) }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** Runs a script on this Node. */
export function runNode(script: string, args: string[] = [], options: Parameters<typeof run>[2] = {}) {
  return run(process.execPath, [script, ...args], options);
}

/** Where a package's program lies, for `runNode`. */
export const programs = {
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/@typescript/native/bin/tsc",
  eslint: "node_modules/eslint/bin/eslint.js",
  prettier: "node_modules/prettier/bin/prettier.cjs",
  depcruise: "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
  knip: "node_modules/knip/bin/knip.js",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
};
