import { beforeEach, describe, expect, test } from "vitest";
import { transaction } from "#db/transaction";
import type { Role } from "#lib/auth/roles";
import { addDays, dayAt, startOfDay } from "#lib/calendar";
import { day, hour } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { chooseNotifications, ownNotifications } from "#lib/notifications/choices";
import type { NotificationKind } from "#lib/notifications/kinds";
import { type Notice, notify } from "#lib/notifications/notify";
import { tellOfFailedPayout, tellOfFailingWebhook } from "#lib/notifications/tell-of";
import { updateProfile } from "#lib/people/profile";
import { removeMember } from "#lib/team/remove-member";
import { mailsOf } from "#tests/support/mails";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;

beforeEach(async () => {
  world = await aWorld();
});

const kindsTo = async (email: string) =>
  (await mailsOf(world)).filter(({ to }) => to === email).map(({ kind }) => kind);

async function aReader(roles: Role[] = ["analyst"], wanted?: NotificationKind[]) {
  const { person, viewer } = await aMember(world, roles);
  if (wanted) await chooseNotifications(viewer, { wanted });
  return { person, viewer, got: () => kindsTo(person.email) };
}

describe("what a member is written about", () => {
  test("is offered by what their role may see, and is theirs to choose for this account alone", async () => {
    const { viewer } = await aReader(["dispute_analyst"]);
    expect(await ownNotifications(viewer)).toEqual([
      { kind: "payment", wanted: false },
      { kind: "dispute", wanted: true },
      { kind: "mention", wanted: true },
      { kind: "approval", wanted: true },
      { kind: "digest", wanted: false },
    ]);
    await chooseNotifications(viewer, { wanted: ["payment", "payout_failure"] });
    const chosen = (await ownNotifications(viewer)).filter(({ wanted }) => wanted);
    expect(chosen).toEqual([{ kind: "payment", wanted: true }]);
  });

  test("a dispute is told to who may see disputes, in their language, with a link to it and to the choices", async () => {
    const { person, viewer } = await aReader();
    await updateProfile(viewer, { name: "Ada", phone: null, locale: "fr", timeZone: null });
    const reader = await aReader(["topup_specialist"]);
    const quiet = await aReader(["analyst"], []);
    await aPayment(world.viewer, { paymentMethodId: "pm_card_createDispute" });
    const [mail] = (await mailsOf(world)).filter(({ to }) => to === person.email);
    expect(mail).toMatchObject({ kind: "dispute_opened", language: "fr", personId: person.id });
    expect(mail?.subject).toBe("Un paiement est contesté");
    expect(mail?.text).toContain(`/${world.environment.slug}/transactions/disputes/du_`);
    expect(mail?.text).toContain(`/${world.environment.slug}/settings/user/notifications`);
    expect(mail?.html).toContain("50,00");
    expect([await reader.got(), await quiet.got()]).toEqual([[], []]);
  });

  test("a bank that only asks is no dispute; a payment of elevated risk is told to who reviews", async () => {
    const { got } = await aReader();
    await aPayment(world.viewer, { paymentMethodId: "pm_card_createDisputeInquiry" });
    await aPayment(world.viewer, { paymentMethodId: "pm_card_riskLevelElevated" });
    expect(await got()).toEqual(["inquiry_opened", "review_opened"]);
  });

  test("a successful payment is told to those alone who asked for it", async () => {
    const [wants, usual] = [await aReader(["analyst"], ["payment"]), await aReader()];
    await aPayment(world.viewer);
    expect([await wants.got(), await usual.got()]).toEqual([["payment_succeeded"], []]);
  });

  test("a failed payout and a webhook that fails are told, the webhook once a day", async () => {
    const { got } = await aReader(["developer"]);
    const payout = { id: "po_1", amount: 1200, currency: "eur" };
    const endpoint = { id: "we_1", url: "https://shop.test/hooks", answer: "timeout" };
    const tell = (by: number) =>
      transaction(later(world.viewer, by), (tx) => tellOfFailingWebhook(tx, endpoint));
    await transaction(world.viewer, (tx) => tellOfFailedPayout(tx, payout, "account_closed"));
    for (const by of [0, hour, day + hour]) await tell(by);
    expect(await got()).toEqual(["payout_failed", "webhook_failing", "webhook_failing"]);
    const [failed, failing] = await mailsOf(world);
    expect(failed?.text).toContain("The bank account has been closed.");
    expect(failing?.text).toContain("No answer in time");
  });
});

describe("a notice for somebody", () => {
  const notice: Notice = {
    subjectId: "pi_1",
    path: "/somewhere",
    permission: "payments:read",
    facts: [{ fact: "note", text: "<b>look</b> at this" }],
  };
  const mention = (by: typeof world.viewer, to: string[]) =>
    transaction(by, (tx) => notify(tx, "mention", { ...notice, to }));

  test("goes to nobody else, not to who wrote it, and not to who may not see what it is about", async () => {
    const [one, other] = [await aReader(), await aReader()];
    const blind = await aReader(["topup_specialist"]);
    await mention(other.viewer, [one.person.id, other.person.id, blind.person.id]);
    expect([await one.got(), await other.got(), await blind.got()]).toEqual([["mention"], [], []]);
    const [mail] = await mailsOf(world);
    expect(mail?.subject).toBe("analyst mentions you");
    expect(mail?.html).toContain("&lt;b&gt;look&lt;/b&gt; at this");
  });

  test("goes to no member of another account, and to nobody who was removed", async () => {
    const stranger = await aMember(await aWorld(), ["super_admin"]);
    const removed = await aReader();
    const admin = await aMember(world, ["admin"]);
    await removeMember(admin.viewer, { personId: removed.person.id });
    await mention(world.viewer, [stranger.person.id, removed.person.id]);
    expect(await mailsOf(world)).toEqual([]);
  });
});

describe("the digest", () => {
  test("sums up the day before each morning in the account's time zone, as long as somebody wants it", async () => {
    const { viewer, got } = await aReader(["analyst"], ["digest"]);
    const { timeZone, slug } = world.environment;
    for (const amount of [1200, 3400]) await aPayment(world.viewer, { amount });
    const tomorrow = startOfDay(addDays(dayAt(Date.now(), timeZone), 1), timeZone);
    await moveClock(slug, tomorrow + 8 * hour);
    const [mail] = (await mailsOf(world)).filter(
      ({ kind, createdAt }) => kind === "digest" && createdAt >= tomorrow,
    );
    expect(mail?.createdAt).toBe(tomorrow + 7 * hour);
    expect(mail?.text).toContain("Payments that came in: 2");
    expect(mail?.text).toContain("€46.00");
    await chooseNotifications(viewer, { wanted: [] });
    const before = await got();
    await moveClock(slug, tomorrow + 3 * day);
    expect(await got()).toEqual(before);
  });
});
