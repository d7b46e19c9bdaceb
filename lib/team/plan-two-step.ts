import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import type { TwoStepPlan } from "#db/schema/accounts";
import { accounts, auditLines, environments, members, people } from "#db/schema/index";
import { globalReader, globalTransaction } from "#db/transaction";
import type { Account } from "#lib/accounts/queries";
import { auditGlobal } from "#lib/audit/audit";
import { permissionsOf } from "#lib/auth/roles";
import { day } from "#lib/clock";
import { formatDate } from "#lib/i18n/format-date";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { writeToPerson } from "#lib/people/write-to-person";

/** How long an account has until it asks for a second step by itself, and how long it can be put off in all. */
const plannedAhead = 30 * day;
const longestPlan = 90 * day;

/** The day that a plan is put off to. */
export function postponed({ from, latest }: TwoStepPlan): number {
  return Math.min(from + plannedAhead, latest);
}

const comptoir = { actor: { type: "system" as const, id: null, name: null } };

/**
 * Sets a day from which accounts that never decided ask their team for a second step, and tells their administrators;
 * those whose day has come ask for it. Nobody is locked out: who has none makes one at their next sign-in. A chore.
 */
export async function planTwoStep(): Promise<void> {
  const { db } = await globalReader();
  const without = and(isNull(accounts.twoStepSince), isNull(accounts.closedAt));
  for (const { id } of await db.select({ id: accounts.id }).from(accounts).where(without)) {
    await globalTransaction(async (tx) => {
      const [account] = await tx
        .select()
        .from(accounts)
        .where(and(eq(accounts.id, id), without));
      if (account) await goOn(tx, account);
    });
  }
}

async function goOn(db: Db, account: Account): Promise<void> {
  const { twoStepPlan: plan } = account.settings;
  if (plan === undefined) {
    if (await isDecided(db, account)) return setPlan(db, account, null);
    return announce(db, account);
  }
  if (plan !== null && plan.from <= Date.now()) await demand(db, account);
}

async function announce(db: Db, account: Account): Promise<void> {
  const now = Date.now();
  const plan = { from: now + plannedAhead, latest: now + longestPlan };
  await setPlan(db, account, plan);
  await auditGlobal(
    db,
    account.id,
    "two_step.requirement_planned",
    {
      subject: account.id,
      before: { required: "no" },
      after: { required: "no", from: new Date(plan.from).toISOString() },
    },
    comptoir,
  );
  await tellAdministrators(db, account, plan.from);
}

async function demand(db: Db, account: Account): Promise<void> {
  await setPlan(db, account, null);
  await db.update(accounts).set({ twoStepSince: Date.now() }).where(eq(accounts.id, account.id));
  await auditGlobal(
    db,
    account.id,
    "two_step.requirement_changed",
    {
      subject: account.id,
      before: { required: "no" },
      after: { required: "yes" },
    },
    comptoir,
  );
}

/** Whether somebody said once whether this account asks for it. The demo's team signs in with what everybody knows. */
async function isDecided(db: Db, { id }: Account): Promise<boolean> {
  const lines = await db
    .select({ action: auditLines.action, after: auditLines.after })
    .from(auditLines)
    .where(
      and(
        eq(auditLines.chain, id),
        inArray(auditLines.action, ["account.created", "two_step.requirement_changed"]),
      ),
    );
  if (lines.some(({ action, after }) => action !== "account.created" || after?.["twoStep"] !== undefined)) {
    return true;
  }
  const demo = await db
    .select({ id: people.id })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.accountId, id), eq(people.demo, true)))
    .limit(1);
  return demo.length > 0;
}

async function setPlan(db: Db, { id, settings }: Account, twoStepPlan: TwoStepPlan | null) {
  await db
    .update(accounts)
    .set({ settings: { ...settings, twoStepPlan } })
    .where(eq(accounts.id, id));
}

async function tellAdministrators(db: Db, account: Account, from: number): Promise<void> {
  const [test] = await db
    .select({ slug: environments.slug })
    .from(environments)
    .where(and(eq(environments.accountId, account.id), eq(environments.kind, "test")));
  if (!test) return;
  const team = await db
    .select({ person: people, roles: members.roles, owner: members.owner })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(members.accountId, account.id));
  for (const { person, ...membership } of team) {
    if (!permissionsOf(membership, "test").has("members:write")) continue;
    await writeToPerson(person, (locale) => {
      const t = translator(locale, "letters");
      const named = { account: account.name, date: formatDate(from, { locale, timeZone: account.timeZone }) };
      return {
        kind: "two_step_planned",
        letter: {
          title: t("twoStepPlanned.title", named),
          introduction: t("twoStepPlanned.text", named),
          lines: [],
          foot: [t("twoStepPlanned.choice")],
        },
        link: { label: t("twoStepPlanned.link"), path: paths.teamTwoStep({ environment: test }) },
      };
    });
  }
}
