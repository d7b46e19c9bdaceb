import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts, auditLines, environments } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { accountDetails } from "#lib/accounts/account-details";
import { createAccount, type NewAccount } from "#lib/accounts/create-account";
import { environmentBySlug, isLocked, listEnvironments } from "#lib/accounts/environments";
import { type FirstAccount, isUnopened, openForBusiness } from "#lib/accounts/open-for-business";
import { getAccount } from "#lib/accounts/queries";
import { descriptorFrom, descriptorProblem } from "#lib/accounts/statement-descriptor";
import { updateAccount } from "#lib/accounts/update-account";
import { findSession } from "#lib/auth/sessions";
import { signIn } from "#lib/auth/sign-in";
import { allRoles } from "#lib/auth/roles";
import { environmentsOf, membershipOf } from "#lib/people/members";
import { useTestDatabase } from "#tests/support/test-database";
import { aWorld } from "#tests/support/world";

const first: FirstAccount = {
  accountName: "Premier",
  country: "FR",
  currency: "eur",
  timeZone: "Europe/Paris",
  locale: "fr",
  name: "Ada",
  email: "ada@premier.test",
  password: "a good long password",
};
const nowhere = { address: null, userAgent: null };

describe("the first visitors of an empty Comptoir", () => {
  test("at once: one opens the account and owns it, the other is refused", async () => {
    await useTestDatabase();
    expect(await isUnopened()).toBe(true);
    const outcomes = await Promise.allSettled([
      openForBusiness({ ...first, twoStep: "yes" }, nowhere),
      openForBusiness({ ...first, twoStep: "yes", email: "late@premier.test" }, nowhere),
    ]);
    const opened = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    const refused = outcomes.find(({ status }) => status === "rejected");
    expect(opened).toHaveLength(1);
    expect(refused).toMatchObject({ reason: { facts: { code: "already_open" } } });
    expect(await isUnopened()).toBe(false);

    const [owner] = opened;
    if (!owner) throw new Error("nobody opened");
    expect(owner.slug).toBe("premier-test");
    expect(await findSession(owner.session.id, owner.person.id)).not.toBeNull();
    const [place] = await environmentsOf(owner.person.id);
    expect(await membershipOf(place?.accountId ?? "", owner.person.id)).toEqual({
      roles: ["super_admin"],
      owner: true,
    });
    expect(await listEnvironments()).toHaveLength(2);

    const { email } = owner.person;
    const next = await signIn({ email, password: first.password, ...nowhere });
    expect(next).toMatchObject({ ok: true, session: { waitsFor: "enrolment" } });
  });
});

describe("an account", () => {
  test("has a test environment at once, and a live one that is locked", async () => {
    const { accountId, testSlug } = await anAccount({ name: "Zoé & Fils" });
    const { db } = await globalReader();
    const made = await db.select().from(environments).where(eq(environments.accountId, accountId));
    expect(testSlug).toBe("zoe-fils-test");
    expect(made.map(({ kind, slug, locked }) => ({ kind, slug, locked }))).toEqual([
      { kind: "test", slug: "zoe-fils-test", locked: false },
      { kind: "live", slug: "zoe-fils", locked: true },
    ]);
    expect(await isLocked(made[1]?.id ?? 0)).toBe(true);
  });

  test("of a taken name gets another address", async () => {
    await anAccount({ name: "Twice" });
    expect((await anAccount({ name: "Twice" })).testSlug).toBe("twice-2-test");
  });

  test.each(["API", "sign in", "Design", "v1"])("named %s does not take an address of ours", async (name) => {
    const { testSlug } = await anAccount({ name });
    expect(await environmentBySlug(testSlug.replace(/-test$/, ""))).toMatchObject({ kind: "live" });
    expect(testSlug).toMatch(/-2-test$/);
  });

  test("of a name without Latin letters gets an address and a descriptor all the same", async () => {
    const { accountId, testSlug } = await anAccount({ name: "株式会社" });
    expect(testSlug).toBe("business-test");
    const { db } = await globalReader();
    const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
    expect(descriptorProblem(account?.settings.statementDescriptor ?? "")).toBeNull();
  });

  test("opened twice at once has two addresses", async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => anAccount({ name: "Rush" })));
    expect(new Set(made.map(({ testSlug }) => testSlug)).size).toBe(5);
  });
});

describe("account details", () => {
  const details = accountDetails.parse({
    name: "New name",
    supportEmail: "help@business.test",
    supportPhone: "+33 1 23 45 67 89",
    website: "https://business.test",
    supportUrl: "https://business.test/help",
    supportLine1: "1 Quay Street",
    supportLine2: "",
    supportPostalCode: "44600",
    supportCity: "Kathmandu",
    supportState: "",
    supportCountry: "NP",
    termsUrl: "https://business.test/terms",
    privacyUrl: "",
    statementDescriptor: "NEW NAME",
    statementDescriptorPrefix: "",
    timeZone: "Asia/Kathmandu",
    locale: "fr",
  });

  test("change, and the audit log says from what to what", async () => {
    const { viewer } = await aWorld();
    await updateAccount(viewer, details);
    const account = await getAccount(viewer);
    expect(account).toMatchObject({ name: "New name", timeZone: "Asia/Kathmandu", locale: "fr" });
    expect(account.settings).toMatchObject({
      website: "https://business.test",
      statementDescriptorPrefix: null,
    });
    const line = (await auditOf(account.id)).at(-1);
    expect(line).toMatchObject({
      action: "account.updated",
      before: { name: "Test Business", timeZone: "Europe/Paris", locale: "en", website: null },
      after: { name: "New name", timeZone: "Asia/Kathmandu", locale: "fr", website: "https://business.test" },
    });
    expect(line?.after).not.toHaveProperty("statementDescriptorPrefix");
  });

  test("saved unchanged leave no line", async () => {
    const { viewer } = await aWorld();
    await updateAccount(viewer, details);
    const before = await auditOf(viewer.environment.accountId);
    await updateAccount(viewer, details);
    expect(await auditOf(viewer.environment.accountId)).toHaveLength(before.length);
  });

  test("reach the environment that viewers see", async () => {
    const { viewer } = await aWorld();
    await updateAccount(viewer, details);
    expect(await environmentBySlug(viewer.environment.slug)).toMatchObject({
      accountName: "New name",
      timeZone: "Asia/Kathmandu",
      statementDescriptor: "NEW NAME",
    });
  });

  test("leave other accounts alone", async () => {
    const [one, other] = [await aWorld(), await aWorld()];
    await updateAccount(one.viewer, details);
    expect(await getAccount(other.viewer)).toMatchObject({ name: "Test Business" });
  });

  const may = ["super_admin", "admin", "developer", "analyst"];
  test.each(allRoles)("%s changes them or is refused", async (role) => {
    const world = await aWorld();
    const viewer = world.viewerWith([role]);
    const saving = (async () => updateAccount(viewer, details))();
    if (may.includes(role)) await saving;
    else
      await expect(saving).rejects.toMatchObject({
        facts: { status: 403, extra: { permission: "account:write" } },
      });
    expect((await getAccount(world.viewer)).name).toBe(may.includes(role) ? "New name" : "Test Business");
  });

  const refused: [string, Record<string, string>, string][] = [
    ["no name", { name: "  " }, "required"],
    ["a name too long", { name: "x".repeat(101) }, "too_long"],
    ["an email that is none", { supportEmail: "help@" }, "email_invalid"],
    ["a phone that is none", { supportPhone: "call me" }, "phone_invalid"],
    ["a website that runs", { website: "javascript:alert(1)" }, "url_invalid"],
    ["a website without a scheme", { website: "business.test" }, "url_invalid"],
    ["terms that run", { termsUrl: "javascript:alert(1)" }, "url_invalid"],
    ["a privacy policy without a scheme", { privacyUrl: "business.test" }, "url_invalid"],
    ["a country that is none", { supportCountry: "XX" }, "country_unknown"],
    ["a descriptor of four characters", { statementDescriptor: "SHOP" }, "descriptor_too_short"],
    ["a descriptor of 23 characters", { statementDescriptor: "S".repeat(23) }, "descriptor_too_long"],
    ["a descriptor of digits", { statementDescriptor: "12345678" }, "descriptor_no_letter"],
    ["a descriptor with accents", { statementDescriptor: "CAFÉ ZOÉ" }, "descriptor_not_latin"],
    ...[..."<>\\'\"*"].map((sign): [string, Record<string, string>, string] => [
      `a descriptor with ${sign}`,
      { statementDescriptor: `SHOP ${sign} PARIS` },
      "descriptor_forbidden_character",
    ]),
    ["a prefix of one character", { statementDescriptorPrefix: "S" }, "prefix_too_short"],
    ["a prefix of 11 characters", { statementDescriptorPrefix: "ABCDEFGHIJK" }, "prefix_too_long"],
    ["a time zone of nowhere", { timeZone: "Mars/Olympus" }, "time_zone_unknown"],
    ["a language we do not speak", { locale: "de" }, "language_unknown"],
  ];
  test.each(refused)("refuse %s", (_what, change, code) => {
    const typed = Object.entries(details).map(([name, value]) => [name, value ?? ""]);
    const changed: unknown = { ...Object.fromEntries(typed), ...change };
    expect(accountDetails.safeParse(changed).error?.issues[0]?.message).toBe(code);
  });

  test("take the longest and the shortest descriptor", () => {
    for (const statementDescriptor of ["SHOP1", "S".repeat(22)]) {
      expect(descriptorProblem(statementDescriptor)).toBeNull();
    }
  });
});

test.each(["Maison Lavande", "A", "42", "Žluťoučký kůň s.r.o. & synové", "<script>*"])(
  "the descriptor made of %s is one that banks print",
  (name) => expect(descriptorProblem(descriptorFrom(name))).toBeNull(),
);

function anAccount(input: Partial<NewAccount>) {
  return useTestDatabase().then(() =>
    createAccount({
      name: "Business",
      country: "FR",
      currency: "eur",
      timeZone: "Europe/Paris",
      locale: "en",
      ...input,
    }),
  );
}

async function auditOf(chain: string) {
  const { db } = await globalReader();
  return db.select().from(auditLines).where(eq(auditLines.chain, chain)).orderBy(auditLines.sequence);
}
