import { beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { activations, jobs } from "#db/schema/index";
import { globalReader, transaction } from "#db/transaction";
import { closeAccount } from "#lib/accounts/close-account";
import { openFurtherAccount } from "#lib/accounts/open-further-account";
import { guideForHome, placeGuide } from "#lib/accounts/guide-on-home";
import { type SetupStep, setupGuide } from "#lib/accounts/setup-guide";
import { detailsOf, updateAccount } from "#lib/accounts/update-account";
import { getAccount } from "#lib/accounts/queries";
import { getActivation, saveActivationPart, submitActivation } from "#lib/activation/activation";
import { activationParts } from "#lib/activation/parts";
import { openSessions } from "#lib/auth/sessions";
import { signIn } from "#lib/auth/sign-in";
import type { Viewer } from "#lib/auth/viewer";
import { hour } from "#lib/clock";
import { enqueue } from "#lib/jobs/jobs";
import { createKey } from "#lib/keys/create-key";
import { findKey, isUsable } from "#lib/keys/find-key";
import { environmentsOf } from "#lib/people/members";
import { inviteMembers } from "#lib/team/invite-members";
import { canBeAccepted } from "#lib/team/accept-invitation";
import { findInvitation } from "#lib/team/invitations";
import { aPayment } from "#tests/support/money";
import { aMember, nowhere, teamPassword, tokenMailedTo, viewerIn } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let owner: Awaited<ReturnType<typeof aMember>>;

beforeEach(async () => {
  world = await aWorld();
  owner = await aMember(world, ["super_admin"], { owner: true });
});

const lapsed = (viewer: Viewer): Viewer => ({ ...viewer, provedAt: Date.now() - hour });
const proofNeeded = { facts: { code: "proof_needed" } };
const forbidden = { facts: { status: 403 } };

describe("a further account", () => {
  const shop = {
    accountName: "Second Shop",
    country: "US",
    currency: "usd",
    timeZone: "UTC",
    locale: "en",
  } as const;

  test("belongs to who opened it, alone, and they go from one to the other", async () => {
    const { slug } = await openFurtherAccount(owner.viewer, shop);
    const there = await viewerIn(slug, owner.person);
    expect(there?.environment).toMatchObject({ accountName: "Second Shop", currency: "usd", kind: "test" });
    const accounts = new Set((await environmentsOf(owner.person.id)).map(({ accountName }) => accountName));
    expect([...accounts]).toEqual(["Test Business", "Second Shop"]);
    const colleague = await aMember(world, ["admin"]);
    expect(await viewerIn(slug, colleague.person)).toBeNull();
  });

  test("is for administrators to open", async () => {
    const { viewer } = await aMember(world, ["developer"]);
    await expect(openFurtherAccount(viewer, shop)).rejects.toMatchObject(forbidden);
  });
});

describe("the guide of a new account", () => {
  const left = async (viewer = owner.viewer): Promise<SetupStep[]> =>
    (await setupGuide(viewer)).filter(({ done }) => !done).map(({ step }) => step);

  test("says what is there and what is not, from what there is", async () => {
    const all = ["details", "second_step", "team", "payment", "key", "webhook", "activation"];
    expect(await left()).toEqual(all);
    const details = { ...detailsOf(await getAccount(owner.viewer)), locale: "en" as const };
    await updateAccount(owner.viewer, { ...details, supportEmail: "a@b.test", website: "https://b.test" });
    await createKey(owner.viewer, { kind: "secret", name: "Shop" });
    await aPayment(owner.viewer);
    await inviteMembers(owner.viewer, { emails: ["new@team.test"], roles: ["analyst"], message: null });
    expect(await left()).toEqual(["second_step", "webhook", "activation"]);
  });

  test("shows a role what that role can do", async () => {
    const { viewer } = await aMember(world, ["view_only"]);
    expect((await setupGuide(viewer)).map(({ step }) => step)).toEqual(["second_step"]);
    const { viewer: desk } = await aMember(world, ["support_specialist"]);
    expect((await setupGuide(desk)).map(({ step }) => step)).toEqual(["second_step", "payment"]);
  });

  test("Home tells who sets the account up of it, until each puts it away for themselves", async () => {
    const { viewer: colleague } = await aMember(world, ["developer"]);
    const { viewer: reader } = await aMember(world, ["view_only"]);
    expect(await guideForHome(reader)).toBeNull();
    expect((await guideForHome(owner.viewer))?.[0]).toEqual({ step: "details", done: false });
    await placeGuide(owner.viewer, { home: "hidden" });
    expect(await guideForHome(owner.viewer)).toBeNull();
    expect(await guideForHome(colleague)).not.toBeNull();
    await placeGuide(owner.viewer, { home: "shown" });
    expect(await guideForHome(owner.viewer)).not.toBeNull();
  });
});

describe("the application for live payments", () => {
  const business = {
    kind: "company",
    legalName: "Test Business SAS",
    registration: null,
    street: "1 rue de la Paix",
    postalCode: "75002",
    city: "Paris",
  } as const;
  const bank = { holder: "Test Business SAS", number: "FR1420041010050500013M02606" };

  async function filled(viewer: Viewer) {
    await saveActivationPart(viewer, "business", business);
    await saveActivationPart(viewer, "product", { description: "Soap, by post.", website: null });
    await saveActivationPart(viewer, "representative", {
      name: "Olive",
      title: "CEO",
      birthDay: "1980-02-29",
    });
    await saveActivationPart(viewer, "bank", bank);
  }

  test("tells what is missing, is sent once whole, and again after a change", async () => {
    const { viewer } = owner;
    expect((await getActivation(viewer)).missing).toEqual(["business", "product", "representative", "bank"]);
    await expect(submitActivation(viewer)).rejects.toMatchObject({
      facts: { code: "activation_incomplete" },
    });
    await filled(viewer);
    await submitActivation(viewer);
    expect(await getActivation(viewer)).toMatchObject({ missing: [], facts: { business, bank } });
    await expect(submitActivation(viewer)).rejects.toMatchObject({ facts: { code: "activation_sent" } });
    await saveActivationPart(viewer, "business", { ...business, city: "Lyon" });
    expect((await getActivation(viewer)).submittedAt).toBeNull();
  });

  test("keeps nothing readable in the database, and opens nothing by itself", async () => {
    await filled(owner.viewer);
    await submitActivation(owner.viewer);
    const { db } = await globalReader();
    const { accountId } = world.environment;
    const [row] = await db.select().from(activations).where(eq(activations.accountId, accountId));
    expect(row?.sealed).not.toMatch(/Olive|FR14/);
    const live = (await environmentsOf(owner.person.id)).find(({ kind }) => kind === "live");
    expect(live?.locked).toBe(true);
  });

  test("the bank account is for administrators, who prove who they are; others may write the rest", async () => {
    const developer = (await aMember(world, ["developer"])).viewer;
    await saveActivationPart(developer, "business", business);
    await expect(saveActivationPart(developer, "bank", bank)).rejects.toMatchObject(forbidden);
    await expect(saveActivationPart(lapsed(owner.viewer), "bank", bank)).rejects.toMatchObject(proofNeeded);
    const support = (await aMember(world, ["support_specialist"])).viewer;
    await expect(getActivation(support)).rejects.toMatchObject(forbidden);
  });

  test("an account number with a wrong digit is refused", () => {
    const check = (number: string) => activationParts.bank.safeParse({ holder: "A", number }).success;
    expect(check("FR14 2004 1010 0505 0001 3M02 606")).toBe(true);
    expect(check("FR15 2004 1010 0505 0001 3M02 606")).toBe(false);
    expect(check("000123456789")).toBe(true);
    expect(check("soap")).toBe(false);
  });

  test("nobody was born tomorrow, but some were before 1970; a website is one", () => {
    const isBirthDay = (birthDay: string) =>
      activationParts.representative.safeParse({ name: "A", title: "B", birthDay }).success;
    const tomorrow = new Date(Date.now() + 24 * hour).toISOString().slice(0, 10);
    expect(["1931-03-07", "1999-12-31", tomorrow, "1999-02-29", "0001-01-01"].filter(isBirthDay)).toEqual([
      "1931-03-07",
      "1999-12-31",
    ]);
    const isWebsite = (website: string) =>
      activationParts.product.safeParse({ description: "Soap, by post.", website }).success;
    expect(["https://soap.test", "", "javascript:alert(1)", "soap"].filter(isWebsite)).toEqual([
      "https://soap.test",
      "",
    ]);
  });

  test("what an earlier version took and fits no more is missing again", async () => {
    const { viewer } = owner;
    await filled(viewer);
    await submitActivation(viewer);
    await saveActivationPart(viewer, "product", { description: "Soap, by post.", website: "soap" });
    expect(await getActivation(viewer)).toMatchObject({ missing: ["product"], submittedAt: null });
  });
});

describe("closing an account", () => {
  const close = (viewer: Viewer, name = "Test Business") => closeAccount(viewer, { name });

  test("is the owner's alone, who proves who they are and types its name", async () => {
    const admin = (await aMember(world, ["super_admin"])).viewer;
    await expect(close(admin)).rejects.toMatchObject(forbidden);
    await expect(close(lapsed(owner.viewer))).rejects.toMatchObject(proofNeeded);
    await expect(close(owner.viewer, "Test")).rejects.toMatchObject({ facts: { param: "name" } });
    expect(await viewerIn(world.environment.slug, owner.person)).not.toBeNull();
  });

  test("ends entry, sessions, keys, invitations and work, and keeps the data", async () => {
    const colleague = await aMember(world, ["admin"]);
    await signIn({ email: colleague.person.email, password: teamPassword, ...nowhere });
    const { text } = await createKey(owner.viewer, { kind: "secret", name: "Shop" });
    await inviteMembers(owner.viewer, { emails: ["late@team.test"], roles: ["analyst"], message: null });
    const token = await tokenMailedTo(world, "late@team.test");
    await transaction(owner.viewer, (tx) => enqueue(tx, "ledger.release", {}, { runAt: tx.now + hour }));
    await close(owner.viewer);

    for (const { person } of [owner, colleague]) {
      expect(await viewerIn(world.environment.slug, person)).toBeNull();
      expect(await environmentsOf(person.id)).toEqual([]);
    }
    expect(await openSessions(colleague.person.id)).toEqual([]);
    const key = await findKey(text);
    expect(key && isUsable(key)).toBe(false);
    const found = await findInvitation(token);
    expect(found && (await canBeAccepted(found.invitation))).toBe(false);
    const { db } = await globalReader();
    const waiting = await db.select().from(jobs).where(eq(jobs.environmentId, world.environment.id));
    expect(waiting).toEqual([]);
    expect(await getAccount(world.viewer)).toMatchObject({ name: "Test Business" });
  });

  test("leaves who is in another account signed in, and that account as it was", async () => {
    const { slug } = await openFurtherAccount(owner.viewer, {
      accountName: "Other",
      country: "FR",
      currency: "eur",
      timeZone: "UTC",
      locale: "en",
    });
    await signIn({ email: owner.person.email, password: teamPassword, ...nowhere });
    await close(owner.viewer);
    expect(await viewerIn(slug, owner.person)).not.toBeNull();
    expect(await openSessions(owner.person.id)).toHaveLength(1);
  });
});
