import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import serverOptions from "../bin/support/server-options.json" with { type: "json" };

export interface Usage {
  /** Microseconds of processor time, in user and system mode. */
  cpu: number;
  /** Bytes. */
  resident: number;
}

/** A process that is measured. */
export interface Subject {
  port: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts `script` (beside this file) on a port and a database file; resolves when it listens. */
export async function start(script: string, port: number, databaseFile: string): Promise<Subject> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production" as const,
    LOG_LEVEL: "error",
    PORT: String(port),
    DATABASE_URL: `file:${databaseFile}`,
  };
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    env,
    execArgv: [...serverOptions, ...(process.env.BENCH_ARGV?.split(" ") ?? [])],
  });
  await answerOf(child, "ready");
  return {
    port,
    async usage() {
      child.send("usage");
      return (await answerOf(child, "usage")).usage;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

interface Message {
  kind: string;
  usage: Usage;
}

function answerOf(child: ChildProcess, kind: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`A measured process ended early (${code})`));
    const onMessage = (message: Message) => {
      if (message.kind !== kind) return;
      child.off("message", onMessage).off("exit", onExit);
      resolve(message);
    };
    child.on("message", onMessage).on("exit", onExit);
  });
}

/** What a measured process does about it: say that it is ready, and what it has used so far. */
export function beMeasured(): void {
  process.on("message", (message) => {
    if (message !== "usage") return;
    const { user, system } = process.cpuUsage();
    process.send?.({ kind: "usage", usage: { cpu: user + system, resident: process.memoryUsage().rss } });
  });
  process.send?.({ kind: "ready" });
}
