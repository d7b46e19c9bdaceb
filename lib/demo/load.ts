import type { Actor } from "#db/schema/payments";
import { globalTransaction, transaction } from "#db/transaction";
import { createAccount, type NewAccount } from "#lib/accounts/create-account";
import { environmentById, environmentBySlug } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type ViewedEnvironment } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { storeKey } from "#lib/keys/create-key";
import { addMember } from "#lib/people/add-member";
import { insertPerson } from "#lib/people/create-person";
import { hashPassword } from "#lib/people/password";
import type { Person } from "#lib/people/people";
import { demoKeys, demoPassword, demoSlug, secondDemoKeys } from "./credentials.ts";
import type { Business } from "./model/business.ts";
import { kestrel } from "./model/kestrel.ts";
import { maisonLavande } from "./model/maison-lavande.ts";
import { demoPeople } from "./people.ts";
import { seedCatalogue } from "./seed-catalogue.ts";
import { seedDiscounts } from "./seed-discounts.ts";
import { openDollarAccount } from "./open-dollar-account.ts";
import { seedDisputes } from "./seed-disputes.ts";
import { payOutOnMondays, seedPayouts } from "./seed-payouts.ts";
import { seedPayments } from "./seed.ts";
import { seedToDos } from "./seed-to-dos.ts";

const payments = { maisonLavande: 20_000, kestrel: 2_400 };
const historyLength = 730 * day;

interface Progress {
  /** Payments made so far, of how many. */
  onProgress: (done: number, of: number) => void;
}

/**
 * Makes the demo business and a second, smaller one, as of now: all of it or nothing. Does nothing where the demo
 * is already; says which it was.
 */
export async function loadDemo({ onProgress }: Progress): Promise<"loaded" | "present"> {
  if (await environmentBySlug(demoSlug)) return "present";
  const passwordHash = await hashPassword(demoPassword);
  const until = Date.now();
  const opened = until - historyLength - day;
  const of = payments.maisonLavande + payments.kestrel;
  await globalTransaction(async () => {
    const team = await hire(passwordHash, opened);
    const lavande = await open(maisonLavandeAccount, team, demoKeys, opened);
    for (const { person, roles } of team.slice(1)) await join(lavande, person, [...roles], opened);
    const report = (done: number) => onProgress(done, of);
    await fill(lavande, team, {
      business: maisonLavande,
      payments: payments.maisonLavande,
      until,
      onProgress: report,
    });
    const { environment, shop } = lavande;
    const agent = agentOf(team);
    await seedToDos(environment, { shop, owner: ownerOf(team), agent, until });
    await seedPayouts(environment, { from: until - historyLength, until });
    await seedDisputes(environment, { shop, agent, until });
    await payOutOnMondays(environment);
    await openDollarAccount(environment, { owner: ownerOf(team), until });

    // Later than the first, which is where its people are led when they sign in.
    const openedNext = opened + hour;
    const second = await open(kestrelAccount, team, secondDemoKeys, openedNext);
    for (const { person, roles } of team.slice(3, 4)) await join(second, person, [...roles], openedNext);
    const reportOn = (done: number) => onProgress(payments.maisonLavande + done, of);
    await fill(second, team, { business: kestrel, payments: payments.kestrel, until, onProgress: reportOn });
    await seedPayouts(second.environment, { from: until - historyLength, until });
    await payOutOnMondays(second.environment);
  });
  return "loaded";
}

const maisonLavandeAccount: NewAccount = {
  name: "Maison Lavande",
  country: "FR",
  currency: "eur",
  timeZone: "Europe/Paris",
  locale: "fr",
  settings: {
    supportEmail: "bonjour@maison-lavande.test",
    supportPhone: "+33 1 55 55 01 26",
    website: "https://maison-lavande.test",
    supportUrl: "https://maison-lavande.test/aide",
    supportLine1: "12, rue des Bains",
    supportPostalCode: "26110",
    supportCity: "Nyons",
    supportCountry: "FR",
    termsUrl: "https://maison-lavande.test/conditions",
    privacyUrl: "https://maison-lavande.test/confidentialite",
  },
};

const kestrelAccount: NewAccount = {
  name: "Kestrel & Co",
  country: "US",
  currency: "usd",
  timeZone: "America/New_York",
  locale: "en",
  settings: {
    supportEmail: "hello@kestrel.test",
    supportPhone: "+1 212 555 0142",
    website: "https://kestrel.test",
  },
};

interface Colleague {
  person: Person;
  roles: (typeof demoPeople)[number]["roles"];
}

async function hire(passwordHash: string, at: number): Promise<Colleague[]> {
  const team: Colleague[] = [];
  for (const { email, name, roles } of demoPeople) {
    team.push({ person: await insertPerson({ email, name, demo: true, at }, passwordHash), roles });
  }
  return team;
}

function ownerOf([first]: Colleague[]) {
  if (!first) throw new Error("Nobody owns the demo business");
  return actorOf(first);
}

function agentOf(team: Colleague[]) {
  const agent = team.find(({ roles }) => roles.some((role) => role === "support_specialist"));
  if (!agent) throw new Error("Nobody at the demo business answers its customers");
  return actorOf(agent);
}

function actorOf({ person: { id, name } }: Colleague) {
  return { type: "person" as const, id, name };
}

interface Opened {
  environment: ViewedEnvironment;
  shop: Actor;
}

async function open(
  account: NewAccount,
  team: Colleague[],
  keys: { secret: string; publishable: string },
  at: number,
): Promise<Opened> {
  const owner = ownerOf(team);
  const { id, name } = owner;
  const { testEnvironmentId } = await createAccount({ ...account, owner: { id, name }, at });
  const environment = await environmentById(testEnvironmentId);
  if (!environment) throw new Error(`${account.name} has no test environment`);
  const viewer = {
    ...systemViewer(environment, "operator", new Set(allPermissions)),
    actor: owner,
    now: () => at,
  };
  const shop = await transaction(viewer, async (tx) => {
    await storeKey(tx, keys.publishable, { kind: "publishable", name: "Checkout page", demo: "yes" });
    return storeKey(tx, keys.secret, { kind: "secret", name: "Online shop", demo: "yes" });
  });
  return { environment, shop: { type: "key", id: shop.id, name: shop.name } };
}

function join(
  { environment }: Opened,
  { id }: Person,
  roles: Colleague["roles"][number][],
  at: number,
): Promise<void> {
  return addMember({ accountId: environment.accountId, personId: id, roles, at });
}

async function fill(
  { environment, shop }: Opened,
  team: Colleague[],
  history: { business: Business; payments: number; until: number; onProgress: (done: number) => void },
): Promise<void> {
  const staff = team
    .filter(({ roles }) => roles.some((role) => role === "support_specialist" || role === "super_admin"))
    .map(actorOf);
  const { business, until } = history;
  await seedCatalogue({ environment, business, from: until - historyLength, until });
  await seedPayments({ ...history, environment, seed: 2026, shop, staff });
  await seedDiscounts({ environment, business, until });
}
