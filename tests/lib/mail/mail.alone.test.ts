import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { find } from "#db/rows";
import { mails } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { runDueJobs } from "#lib/jobs/run-due";
import { hour } from "#lib/clock";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { letterHtml, letterText } from "#lib/mail/letter";
import { linkMark, sealLink } from "#lib/mail/link";
import { mailList } from "#lib/mail/mail-list";
import { post } from "#lib/mail/post";
import { getMail, listMails } from "#lib/mail/queries";
import { retryMail } from "#lib/mail/retry-mail";
import { type CustomerMail, sendToCustomer } from "#lib/mail/send-to-customer";
import { anSmtpServer, type SmtpServer } from "#tests/support/smtp-server";
import { aWorld, type World } from "#tests/support/world";

let server: SmtpServer;
let world: World;
let live: Viewer;

beforeAll(async () => {
  server = await anSmtpServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "payments@business.test";
});
afterAll(() => server.stop());

beforeEach(async () => {
  world = await aWorld();
  live = { ...world.viewer, environment: { ...world.environment, kind: "live" } };
  server.received.length = 0;
  server.refusal = null;
});

const letter: CustomerMail = {
  kind: "receipt",
  to: "ana@example.com",
  language: "fr",
  subject: "Votre reçu",
  text: "Merci.\n",
  html: "<p>Merci.</p>",
  subjectId: "ch_1",
  paymentIntentId: null,
};

const send = (viewer: Viewer, mail: Partial<CustomerMail> = {}) =>
  transaction(viewer, (tx) => sendToCustomer(tx, { ...letter, ...mail }));
const stateOf = async (id: string) => find(await reader(world.viewer), mails, id);
const passTime = (by = 0) => runDueJobs(world.environment, Date.now() + by);

test("a mail leaves as HTML and as text, with the account's name before the server's address", async () => {
  const { id } = await send(live);
  await passTime();
  expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 1, lastError: null });
  const [taken] = server.received;
  expect(taken).toMatchObject({ from: "payments@business.test", to: "ana@example.com" });
  expect(taken?.data).toMatch(/^From: Test Business <payments@business\.test>$/m);
  expect(taken?.data).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(taken?.data).toContain("text/plain");
  expect(taken?.data).toContain("text/html");
});

test("a mail without HTML puts its colons as its language does", () => {
  const link = { label: "Ouvrir", href: "https://a.test" };
  const parts = {
    title: "T",
    from: "F",
    banner: null,
    introduction: "I",
    lines: [],
    total: null,
    link,
    foot: [],
  };
  expect(letterText(parts, "fr")).toContain("Ouvrir\u00a0: https://a.test");
  expect(letterText(parts, "en")).toContain("Ouvrir: https://a.test");
});

test("a test environment writes to no customer", async () => {
  const { id } = await send(world.viewer);
  await passTime(hour);
  expect(await stateOf(id)).toMatchObject({ state: "would_be_sent", attempts: 0 });
  expect(server.received).toEqual([]);
});

test("what a server does not take now is tried again, and sent once", async () => {
  server.refusal = "451 later";
  const { id } = await send(live);
  await passTime();
  expect(await stateOf(id)).toMatchObject({ state: "queued" });
  expect((await stateOf(id))?.lastError).toContain("451");
  server.refusal = null;
  await passTime(hour);
  expect(await stateOf(id)).toMatchObject({ state: "sent" });
  expect(server.received).toHaveLength(1);
});

/** The mails that the outbox shows for an address. */
async function listed(viewer: Viewer, words: string): Promise<string[]> {
  const { query } = readQuery(mailList, fromWords(words), readingOf(viewer));
  const { rows } = await mailList.page(viewer, query, { direction: "older", from: null, size: 25 });
  return rows.map(({ id }) => id);
}

test("what a server refuses for good fails in sight of the admins, who may try again", async () => {
  server.refusal = "550 <ana@example.com>: nobody here";
  const { id } = await send(live);
  await passTime(hour);
  expect(await stateOf(id)).toMatchObject({ state: "failed", attempts: 1 });
  const other = await send(live, { to: "bo@example.com", subject: "Remboursement" });
  expect(await listed(world.viewer, "status=failed")).toEqual([id]);
  expect(await listed(world.viewer, "q=bo@")).toEqual([other.id]);
  expect(await listed(world.viewer, "q=reçu&kind=receipt")).toEqual([id]);
  expect(await listed(world.viewer, "kind=invitation")).toEqual([]);
  server.refusal = null;
  await retryMail(world.viewer, { id });
  const { lines } = await listHistory(world.viewer, { text: id });
  expect(lines[0]).toMatchObject({
    action: "mail.retried",
    before: { state: "failed", error: expect.stringContaining("550") },
  });
  expect(JSON.stringify(lines)).not.toContain(letter.to);
  await passTime();
  expect(await stateOf(id)).toMatchObject({ state: "sent" });
  await expect(retryMail(world.viewer, { id })).rejects.toMatchObject({
    facts: { status: 409, code: "mail_not_failed" },
  });
});

test("names and subjects cannot add headers or recipients", async () => {
  const to = "ana@example.com";
  await send(live, { to, subject: "Hello\r\nBcc: eve@example.com\r\n\r\nBody" });
  await send(live, { to: "ana@example.com>\r\nRCPT TO:<eve@example.com" });
  await passTime(3 * hour);
  expect(server.received.map((mail) => mail.to)).not.toContain("eve@example.com");
  for (const { data } of server.received) expect(data).not.toMatch(/^Bcc:/im);
});

test("what people typed is text in a letter, never markup", () => {
  const typed = `<img src=x onerror=alert(1)>"&{name}`;
  const parts = {
    title: typed,
    from: typed,
    banner: typed,
    introduction: typed,
    lines: [{ label: typed, value: typed }],
    total: null,
    link: { label: typed, href: `https://here.test/?a="><script>` },
    foot: [typed],
  };
  expect(letterHtml(parts, "en")).not.toMatch(/<img|<script|="">/);
  expect(letterText(parts, "en")).toContain(typed);
});

test("what people typed is no template: names that look like parts of one stay as they are", () => {
  const typed = "{account} {0} ${7*7} {count, plural, other {#}} <%= 7*7 %> '{'";
  const said = translator("en", "letters")("invitation.text", { inviter: typed, account: "Shop" });
  expect(said).toBe(`${typed} invites you to the payments dashboard of Shop.`);
});

test("an address that lets its bearer in is sealed, and read only by who may give as much", async () => {
  const href = "https://here.test/invitations/secret";
  const marked = { ...letter, id: "mail_1", text: `Come: ${linkMark("mail_1")}` };
  const link = { sealedLink: sealLink("mail_1", href), linkReaders: "super_admins:grant" };
  const { id } = await transaction(world.viewer, (tx) => post(tx, { ...marked, ...link }, "kept"));
  expect(JSON.stringify(await stateOf(id))).not.toContain("secret");
  expect(await getMail(world.viewerWith(["super_admin"]), id)).toMatchObject({ text: `Come: ${href}` });
  const withheld = await getMail(world.viewerWith(["admin"]), id);
  expect(withheld).toMatchObject({ isLinkWithheld: true, text: marked.text });
});

test("only who may read the outbox does, and no other account's", async () => {
  const { id } = await send(world.viewer);
  const other = await aWorld();
  await expect(getMail(other.viewer, id)).rejects.toMatchObject({ facts: { status: 404 } });
  expect((await listMails(other.viewer, { limit: 10 })).rows).toEqual([]);
  expect(await listed(other.viewer, "")).toEqual([]);
  for (const role of ["developer", "analyst", "view_only", "iam_admin"] as const) {
    expect(() => listMails(world.viewerWith([role]), { limit: 1 })).toThrow(/outbox:read/);
    await expect(listed(world.viewerWith([role]), "")).rejects.toMatchObject({ facts: { status: 403 } });
    await expect(getMail(world.viewerWith([role]), id)).rejects.toMatchObject({ facts: { status: 403 } });
    expect(() => retryMail(world.viewerWith([role]), { id })).toThrow(/outbox:read/);
  }
  expect((await getMail(world.viewerWith(["admin"]), id)).text).toBe("Merci.\n");
});
