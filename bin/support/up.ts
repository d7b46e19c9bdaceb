import { connect } from "node:net";
import { closeDatabase } from "#db/database";
import { environmentBySlug } from "#lib/accounts/environments";
import { type Config, config } from "#lib/config";
import { demoSlug } from "#lib/demo/credentials";
import { prepareDatabase } from "./prepare-database.ts";
import { step } from "./progress.ts";
import { programs, runNode } from "./run.ts";
import { isBuilt, noteBuilt } from "./sources.ts";
import { welcome } from "./welcome.ts";

const production = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };

// Whoever started this is gone: nobody could stop it any more.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
try {
  await up(config());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function up(settings: Config): Promise<void> {
  Object.assign(process.env, production);
  await refuseTakenPort(settings);
  if (!isBuilt()) await step("Building the pages", build);
  await step("Preparing the database", prepareDatabase);
  if (settings.demo && !(await environmentBySlug(demoSlug))) {
    await closeDatabase();
    await step("Loading the demo business", (tell) => finished("bin/demo.ts", [], tell));
  }
  await step("Starting the server", serve);
  console.log(await welcome(settings));
}

async function refuseTakenPort({ hosts, port }: Config): Promise<void> {
  const taken = await new Promise<boolean>((resolve) => {
    const socket = connect(port, hosts[0] === "0.0.0.0" ? "127.0.0.1" : hosts[0]);
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
  if (taken)
    throw new Error(`PORT: ${port} is taken; choose another, for example PORT=${port + 1} npm run up`);
}

async function build(): Promise<void> {
  await finished(programs.next, ["build"], () => {});
  noteBuilt();
}

async function finished(script: string, args: string[], tell: (progress: string) => void): Promise<void> {
  const { ok, output } = await runNode(script, args, { onLine: tell });
  if (!ok) throw new Error(output.trim());
}

async function serve(): Promise<void> {
  await import("../../server.ts");
}
