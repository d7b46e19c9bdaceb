import { type AccountSettings, accounts, environments } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import { apiVersion } from "#lib/api-version";
import { auditGlobal } from "#lib/audit/audit";
import type { Currency } from "#lib/currencies";
import type { Locale } from "#lib/i18n/locale";
import { insertTestBankAccount } from "#lib/external-accounts/test-bank-account";
import { setFilled } from "#lib/figures/state";
import { newId } from "#lib/ids";
import { addMember } from "#lib/people/add-member";
import { descriptorFrom } from "./statement-descriptor.ts";
import { freeSlugs } from "./slugs.ts";

export interface NewAccount {
  name: string;
  /** ISO 3166 code of two letters, upper-case. */
  country: string;
  currency: Currency;
  timeZone: string;
  locale: Locale;
  /** The person who owns it; without one, nobody can sign in to it yet. */
  owner?: { id: string; name: string };
  /** Whether everybody signs in with a second step, from their next sign-in on. */
  twoStep?: "yes";
  settings?: Partial<AccountSettings>;
  /** When it was opened, in milliseconds; now unless history is being made. */
  at?: number;
}

export interface CreatedAccount {
  accountId: string;
  testEnvironmentId: number;
  testSlug: string;
}

/** Opens an account with its test environment, and a live one that stays locked until a processor is connected. */
export function createAccount(input: NewAccount): Promise<CreatedAccount> {
  const at = input.at ?? Date.now();
  return globalTransaction(async (db) => {
    const id = newId("acct", at);
    await db.insert(accounts).values({
      id,
      createdAt: at,
      name: input.name,
      country: input.country,
      defaultCurrency: input.currency,
      timeZone: input.timeZone,
      locale: input.locale,
      settings: { ...settingsFor(input.name), twoStepPlan: null, ...input.settings },
      twoStepSince: input.twoStep ? at : null,
    });
    const slugs = await freeSlugs(db, input.name);
    const shared = { accountId: id, createdAt: at, clockOffset: 0 };
    const test = { ...shared, kind: "test" as const, name: "Test", slug: slugs.test, locked: false };
    const live = { ...shared, kind: "live" as const, name: "Live", slug: slugs.live, locked: true };
    const [created] = await db.insert(environments).values(test).returning({ id: environments.id });
    const [closed] = await db.insert(environments).values(live).returning({ id: environments.id });
    if (!created || !closed) throw new Error("The environments were not created");
    for (const environment of [created, closed]) await setFilled(db, environment.id, input.timeZone);
    const { country, currency, name } = input;
    await insertTestBankAccount(db, created.id, { country, currency, name, at });
    if (input.owner) {
      await addMember({ accountId: id, personId: input.owner.id, roles: ["super_admin"], owner: true, at });
    }
    await auditGlobal(
      db,
      id,
      "account.created",
      { subject: id, after: { name, country, currency, twoStep: input.twoStep ?? "no" } },
      { actor: actorOf(input) },
    );
    return { accountId: id, testEnvironmentId: created.id, testSlug: slugs.test };
  });
}

function actorOf({ owner }: NewAccount) {
  return owner
    ? { type: "person" as const, id: owner.id, name: owner.name }
    : { type: "system" as const, id: null, name: null };
}

function settingsFor(name: string): AccountSettings {
  return {
    supportEmail: null,
    supportPhone: null,
    website: null,
    statementDescriptor: descriptorFrom(name),
    statementDescriptorPrefix: null,
    apiVersion,
    feeOverrides: null,
  };
}
