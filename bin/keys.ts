import { listEnvironments } from "#lib/accounts/environments";
import { createKey } from "#lib/keys/create-key";
import { type ApiKey, listKeys } from "#lib/keys/queries";
import { revokeKey } from "#lib/keys/revoke-key";
import { command } from "./support/command.ts";
import { operatorIn, operatorOf } from "./support/operator.ts";

const kinds = ["secret", "publishable", "restricted"] as const;

const description = {
  name: "keys",
  database: "existing",
  about: "Lists the API keys, makes one (shown once) or revokes one.",
  usage: `[list]
npm run keys -- create --environment E --name TEXT [--kind secret|publishable|restricted] [--permission P …]
npm run keys -- revoke ID --environment E`,
  options: {
    environment: { type: "string", short: "e" },
    name: { type: "string", default: "Made by the operator" },
    kind: { type: "string", default: "secret" },
    permission: { type: "string", multiple: true },
  },
} as const;

await command(description, async ({ environment, name, kind, permission }, [action = "list", id]) => {
  if (action === "list") return list();
  if (action === "create") return create(environment, kind, { name, permissions: permission });
  if (action === "revoke" && id) return revoke(environment, id);
  throw new Error("Say list, create or revoke ID; see npm run keys -- --help");
});

async function list(): Promise<void> {
  for (const environment of await listEnvironments()) {
    console.log(environment.slug);
    for (const key of await listKeys(operatorOf(environment))) console.log(`  ${line(key)}`);
  }
}

async function create(
  environment: string | undefined,
  kindText: string,
  details: { name: string; permissions: string[] | undefined },
): Promise<void> {
  const kind = kinds.find((each) => each === kindText);
  if (!kind) throw new Error(`--kind needs one of ${kinds.join(", ")}`);
  const { key, text } = await createKey(await operatorIn(environment), { kind, ...details });
  console.log(
    `${text}\nThis is the only time it is shown. Revoke it with: npm run keys -- revoke ${key.id} -e ${environment}`,
  );
}

async function revoke(environment: string | undefined, id: string): Promise<void> {
  console.log(line(await revokeKey(await operatorIn(environment), id)));
}

function line({ id, kind, name, shown, revokedAt }: ApiKey): string {
  return `${id}  ${shown}  ${kind}  ${name}${revokedAt === null ? "" : "  (revoked)"}`;
}
