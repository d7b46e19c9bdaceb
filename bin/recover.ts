import { linkToRecover } from "#lib/team/recover-person";
import { command } from "./support/command.ts";

const description = {
  name: "recover",
  database: "existing",
  about:
    "Makes a link for somebody who lost every device, also for an owner, whom no administrator may reset. It turns their second step off for who knows the password too, once, within an hour.",
  usage: "EMAIL",
  options: {},
} as const;

await command(description, async (_values, [email]) => {
  if (!email) throw new Error("Say whose: npm run recover -- EMAIL");
  console.log(await linkToRecover(email));
});
