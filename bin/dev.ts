// The server for people who change Comptoir: pages reload by themselves, lib/ and db/ restart the process.
import { type ChildProcess, spawn } from "node:child_process";
import { watch } from "node:fs";
import { runNode } from "./support/run.ts";

const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" };

for (const script of ["bin/migrate.ts", ...(process.env.DEMO === "off" ? [] : ["bin/demo.ts"])]) {
  const { ok } = await runNode(script, [], { onLine: (line) => console.log(line) });
  if (!ok) process.exit(1);
}

let server = start();
let pause: NodeJS.Timeout | undefined;
for (const place of ["lib", "db", "server.ts"])
  watch(place, { recursive: place !== "server.ts" }, restartSoon);
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => void stop(server).then(() => process.exit(0)));

function start(): ChildProcess {
  return spawn(process.execPath, ["server.ts"], { stdio: "inherit", env });
}

/** Editors write a file in several steps: one restart for all of them. */
function restartSoon(): void {
  clearTimeout(pause);
  pause = setTimeout(() => {
    console.log("lib/ or db/ changed: restarting");
    void stop(server).then(() => (server = start()));
  }, 200);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
