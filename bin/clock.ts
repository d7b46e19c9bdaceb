import "#lib/jobs/all";
import { moveClock } from "#lib/environments/move-clock";
import { command, moment } from "./support/command.ts";
import { operatorIn } from "./support/operator.ts";

const description = {
  name: "clock",
  database: "existing",
  about: "Moves a test environment's time forward and does, in order, what falls due on the way.",
  usage: "--environment E --to T",
  options: {
    environment: { type: "string", short: "e" },
    to: { type: "string" },
  },
} as const;

await command(description, async ({ environment, to }) => {
  const { environment: place } = await operatorIn(environment);
  const until = moment(to, "to");
  const { from, done, failed } = await moveClock(place.slug, until);
  console.log(`${place.slug}: ${new Date(from).toISOString()} → ${new Date(until).toISOString()}`);
  console.log(`${done} jobs done, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
