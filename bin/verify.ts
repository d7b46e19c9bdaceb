import { listEnvironments } from "#lib/accounts/environments";
import { verifyAll } from "#lib/verify/verify-all";
import { command } from "./support/command.ts";
import { step } from "./support/progress.ts";

const description = {
  name: "verify",
  database: "existing",
  about:
    "Checks the ledger, references, figures, the audit chains, unfinished work and the search index. Succeeds only when all is well.",
  usage: "",
  options: {},
} as const;

await command(description, async () => {
  const { problems, checked } = await step("Verifying", (tell) =>
    verifyAll({ onProgress: (part, done) => tell(`${part} ${done}`) }),
  );
  const slugs = new Map((await listEnvironments()).map(({ id, slug }) => [id, slug]));
  for (const { check, environmentId, subject, message } of problems) {
    const place = environmentId === null ? "" : `${slugs.get(environmentId) ?? environmentId} `;
    console.error(`${check}: ${place}${subject}: ${message}`);
  }
  console.log(
    Object.entries(checked)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(", "),
  );
  console.log(problems.length === 0 ? "All is well." : `${problems.length} problems.`);
  if (problems.length > 0) process.exitCode = 1;
});
