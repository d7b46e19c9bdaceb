import { openToFill } from "#db/database";
import { migrateDatabase } from "#db/migrate";
import { listEnvironments } from "#lib/accounts/environments";
import { loadDemo } from "#lib/demo/load";
import { demoSlug } from "#lib/demo/credentials";
import { seedPayments } from "#lib/demo/seed";
import { command, count, moment } from "./support/command.ts";
import { operatorIn } from "./support/operator.ts";
import { step } from "./support/progress.ts";

const description = {
  name: "seed",
  database: "made",
  about: `Adds made-up payments to a test environment (default ${demoSlug}); the same seed makes the same ones.
An empty database gets the demo business first.`,
  usage: "--payments N [--seed S] [--until DATE] [--environment E]",
  options: {
    payments: { type: "string" },
    seed: { type: "string", default: "1" },
    until: { type: "string" },
    environment: { type: "string", short: "e", default: demoSlug },
  },
} as const;

await command(description, async (values) => {
  const payments = count(values.payments, "payments");
  const seed = count(values.seed, "seed");
  await openToFill();
  await migrateDatabase();
  if ((await listEnvironments()).length === 0) {
    await step("Loading the demo business", (tell) =>
      loadDemo({ onProgress: (done, of) => tell(`${done} of ${of}`) }),
    );
  }
  const viewer = await operatorIn(values.environment);
  const until = values.until ? moment(values.until, "until") : viewer.now();
  await step(`Making ${payments} payments`, (tell) =>
    seedPayments({
      environment: viewer.environment,
      payments,
      seed,
      until,
      onProgress: (done, of) => tell(`${done} of ${of}`),
    }),
  );
});
