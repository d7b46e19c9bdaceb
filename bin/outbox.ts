import { getMail, listMails } from "#lib/mail/queries";
import { command } from "./support/command.ts";
import { operatorIn } from "./support/operator.ts";

const description = {
  name: "outbox",
  database: "existing",
  about: "Lists the mail of an environment, newest first, or reads one, also what lets its bearer in.",
  usage: `--environment E
npm run outbox -- read MAIL --environment E`,
  options: { environment: { type: "string", short: "e" } },
} as const;

const shown = 50;

await command(description, async ({ environment }, [action = "list", id]) => {
  const operator = await operatorIn(environment);
  if (action === "read" && id) return console.log((await getMail(operator, id)).text);
  if (action !== "list") throw new Error("Say list or read MAIL; see npm run outbox -- --help");
  const { rows } = await listMails(operator, { limit: shown });
  for (const { id: mail, createdAt, state, to, subject } of rows) {
    console.log(`${mail}  ${new Date(createdAt).toISOString()}  ${state}  ${to}  ${subject}`);
  }
});
