import { beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { maskRoles } from "#lib/discretion/masked-roles";
import { getMail, listMails } from "#lib/mail/queries";
import { mentionable } from "#lib/notes/colleagues";
import { deleteNote } from "#lib/notes/delete-note";
import { editNote } from "#lib/notes/edit-note";
import { notesOn } from "#lib/notes/queries";
import type { NoteSubject } from "#lib/notes/subjects";
import { writeNote } from "#lib/notes/write-note";
import { getPaymentStory } from "#lib/payments/payment-story";
import { timelineOf } from "#lib/payments/timeline";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let author: Viewer;
let colleague: Awaited<ReturnType<typeof aMember>>;
let subject: NoteSubject;

beforeEach(async () => {
  world = await aWorld();
  author = (await aMember(world, ["admin"])).viewer;
  colleague = await aMember(world, ["support_associate"]);
  subject = { kind: "payment", id: (await aPayment(author)).id };
});

const mails = async () => {
  const { rows } = await listMails(world.viewer, { limit: 20 });
  return rows.filter(({ kind }) => kind === "mention");
};

test("a note is read by colleagues and stands in the payment's story", async () => {
  const note = await writeNote(author, { subject, text: "<b>Broken</b> lamp" });
  expect(await notesOn(colleague.viewer, subject)).toEqual([note]);
  const [newest] = timelineOf(await getPaymentStory(author, subject.id));
  expect(newest).toMatchObject({ kind: "noted", note: { id: note.id, authorName: "admin" } });
});

test("who is mentioned gets the note and its address by mail, its author never", async () => {
  const note = await writeNote(author, { subject, text: "@support_associate <i>look</i>, @admin too" });
  expect(note.mentions.map(({ personId }) => personId)).toEqual([colleague.person.id, author.actor.id]);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: colleague.person.email, personId: colleague.person.id });
  const { text, html } = await getMail(world.viewer, mail?.id ?? "");
  expect(text).toContain(`/transactions/${subject.id}#${note.id}`);
  expect(html).toContain("&lt;i&gt;look");
});

test("the mail hides from who is to be discreet what the note hides from them", async () => {
  const other = await aMember(world, ["analyst"]);
  const { id } = await createCustomer(author, { name: "Zoë Ølund" });
  await maskRoles(world.viewer, { roles: ["support_associate"] });
  const text = "@support_associate, @analyst: Zoë Ølund rang from +33 612 345 678";
  await writeNote(author, { subject: { kind: "customer", id }, text });
  const told = await mails();
  const textTo = async (email: string) =>
    (await getMail(world.viewer, told.find(({ to }) => to === email)?.id ?? "")).text;
  expect(await textTo(other.person.email)).toContain(text);
  expect(await textTo(colleague.person.email)).toContain("@analyst: Z••• Ø••• rang from •••");
});

test("a change tells only whom it newly mentions", async () => {
  const other = await aMember(world, ["analyst"]);
  const { id } = await writeNote(author, { subject, text: "@support_associate" });
  const changed = await editNote(author, { id, text: "@support_associate and @analyst" });
  expect(changed.editedAt).not.toBeNull();
  expect((await mails()).map(({ to }) => to).sort()).toEqual(
    [colleague.person.email, other.person.email].sort(),
  );
});

test("only its author changes or deletes a note", async () => {
  const { id } = await writeNote(author, { subject, text: "Mine" });
  await expect(editNote(colleague.viewer, { id, text: "Yours" })).rejects.toMatchObject({
    facts: { status: 403 },
  });
  await expect(deleteNote(colleague.viewer, id)).rejects.toMatchObject({ facts: { status: 403 } });
  await deleteNote(author, id);
  expect(await notesOn(author, subject)).toEqual([]);
  await expect(deleteNote(author, id)).rejects.toMatchObject({ facts: { status: 404 } });
});

test("who may not see the object neither reads its notes, nor is offered, nor can be mentioned", async () => {
  const outsider = await aMember(world, ["iam_admin"]);
  await expect(notesOn(outsider.viewer, subject)).rejects.toMatchObject({ facts: { status: 403 } });
  const offered = await mentionable(author, "payment");
  expect(offered.map(({ personId }) => personId)).toEqual([colleague.person.id]);
  await expect(writeNote(author, { subject, text: "@iam_admin look" })).rejects.toMatchObject({
    facts: { code: "mention_may_not_see", param: "text" },
  });
});

test("who only reads writes nothing", async () => {
  const reader = await aMember(world, ["view_only"]);
  await expect(writeNote(reader.viewer, { subject, text: "Hi" })).rejects.toMatchObject({
    facts: { status: 403 },
  });
});

test("another account's objects and notes are not there", async () => {
  const { id } = await writeNote(author, { subject, text: "Ours" });
  const elsewhere = await aWorld();
  const stranger = (await aMember(elsewhere, ["admin"])).viewer;
  const refused = { facts: { status: 404 } };
  await expect(writeNote(stranger, { subject, text: "Hi" })).rejects.toMatchObject(refused);
  await expect(editNote(stranger, { id, text: "Hi" })).rejects.toMatchObject(refused);
  expect(await notesOn(stranger, subject)).toEqual([]);
});

test("customers have notes too", async () => {
  const customer = await createCustomer(author, { name: "Zoë" });
  const about = { kind: "customer" as const, id: customer.id };
  await writeNote(author, { subject: about, text: "Calls often" });
  expect(await notesOn(author, about)).toHaveLength(1);
});
