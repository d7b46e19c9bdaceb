import { listEnvironments } from "#lib/accounts/environments";
import { day } from "#lib/clock";
import { createKey } from "#lib/keys/create-key";
import { type ApiKey, listKeys } from "#lib/keys/queries";
import { revokeKey } from "#lib/keys/revoke-key";
import { rollKey } from "#lib/keys/roll-key";
import { command } from "./support/command.ts";
import { operatorIn, operatorOf } from "./support/operator.ts";

const kinds = ["secret", "publishable", "restricted"] as const;

const description = {
  name: "keys",
  database: "existing",
  about: "Lists the API keys, makes one (shown once), rolls one or revokes one.",
  usage: `[list]
npm run keys -- create --environment E --name TEXT [--kind secret|publishable|restricted] [--permission P …]
                        [--address ADDRESS-OR-RANGE …] [--expires-days N]
npm run keys -- roll ID --environment E [--overlap-hours N]
npm run keys -- revoke ID --environment E`,
  options: {
    environment: { type: "string", short: "e" },
    name: { type: "string", default: "Made by the operator" },
    kind: { type: "string", default: "secret" },
    permission: { type: "string", multiple: true },
    address: { type: "string", multiple: true },
    "expires-days": { type: "string" },
    "overlap-hours": { type: "string", default: "24" },
  },
} as const;

await command(description, async ({ environment, kind, ...given }, [action = "list", id]) => {
  if (action === "list") return list();
  if (action === "create") {
    const { name, permission: permissions, address: addresses } = given;
    return create(environment, kind, { name, permissions, addresses, days: given["expires-days"] });
  }
  if (action === "roll" && id) return roll(environment, id, Number(given["overlap-hours"]));
  if (action === "revoke" && id) return revoke(environment, id);
  throw new Error("Say list, create, roll ID or revoke ID; see npm run keys -- --help");
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
  { days, ...details }: { name: string; permissions?: string[]; addresses?: string[]; days?: string },
): Promise<void> {
  const kind = kinds.find((each) => each === kindText);
  if (!kind) throw new Error(`--kind needs one of ${kinds.join(", ")}`);
  const viewer = await operatorIn(environment);
  if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days))
    throw new Error("--expires-days needs a number of days");
  const expiresAt = days === undefined ? null : viewer.now() + Number(days) * day;
  const { key, text } = await createKey(viewer, { kind, ...details, expiresAt });
  console.log(
    `${text}\nThis is the only time it is shown. Revoke it with: npm run keys -- revoke ${key.id} -e ${environment}`,
  );
}

async function roll(environment: string | undefined, id: string, overlapHours: number): Promise<void> {
  const { old, text } = await rollKey(await operatorIn(environment), { id, overlapHours });
  console.log(`${text}\nThis is the only time it is shown. The old one: ${line(old)}`);
}

async function revoke(environment: string | undefined, id: string): Promise<void> {
  console.log(line(await revokeKey(await operatorIn(environment), id)));
}

function line({ id, kind, name, shown, revokedAt, expiresAt, allowedAddresses }: ApiKey): string {
  const end = expiresAt === null ? "" : `  until ${new Date(expiresAt).toISOString()}`;
  const from = allowedAddresses === null ? "" : `  from ${allowedAddresses.join(", ")}`;
  return `${id}  ${shown}  ${kind}  ${name}${from}${revokedAt === null ? end : "  (revoked)"}`;
}
