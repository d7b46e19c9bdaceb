import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { fundCash } from "#lib/cash/fund-cash";
import { cashMovements } from "#lib/cash/movements";
import { toCashTransaction } from "#lib/cash/wire";
import { createCustomer } from "#lib/customers/create-customer";
import { getCustomer } from "#lib/customers/queries";
import { concealObject } from "#lib/discretion/conceal";
import { concealRequest } from "#lib/discretion/conceal-request";
import { maskRoles } from "#lib/discretion/masked-roles";
import { maskFreeText, maskNamesIn } from "#lib/discretion/masks";
import { namesAbout } from "#lib/discretion/names-of";
import { eventsOfObject, eventsOfPayment, getEvent } from "#lib/events/queries";
import { notesOn } from "#lib/notes/queries";
import { writeNote } from "#lib/notes/write-note";
import { findPayment } from "#lib/payments/find-payment";
import { listPayments } from "#lib/payments/list-payments";
import { getPaymentStory } from "#lib/payments/payment-story";
import { getPayment } from "#lib/payments/queries";
import { reader } from "#db/transaction";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let masked: Viewer;
beforeAll(async () => {
  world = await aWorld();
  await maskRoles(world.viewer, { roles: ["developer"] });
  masked = (await aMember(world, ["developer"])).viewer;
});

test.each([
  ["Paid with 4242 4242 4242 4242", "Paid with •••"],
  ["Paid with 4242424242424242.", "Paid with •••."],
  ["Call +33 6 12 34 56 78 or 06.12.34.56.78", "Call ••• or •••"],
  ["Order LV-10234567890, 4242424242424241", "Order LV-10234567890, 4242424242424241"],
  ["Parcel 6A12345678901 on 2026-11-25 for 1 234.50", "Parcel 6A12345678901 on 2026-11-25 for 1 234.50"],
  ["ask zoe@example.com", "ask z•••@•••"],
])("what looks like a card, a phone or an email is hidden in what people write: %s", (text, shown) => {
  expect(maskFreeText(text)).toBe(shown);
});

test("phones are hidden in the facts of an object, and numbers of orders are not", () => {
  const metadata = {
    customer_phone: "06 12 34 56 78",
    contact: "ask +33 6 12 34 56 78",
    order_id: "00123456789",
  };
  expect(concealObject({ metadata }, null)).toEqual({
    metadata: { customer_phone: "•••", contact: "ask •••", order_id: "00123456789" },
  });
});

test("names are hidden whole or in part, and words that hold them are not", () => {
  const names = ["Zoë Ølund", "Al"];
  expect(maskNamesIn("ZOË called. Mrs Ølund’s lamp, Zoëtrope, al", names)).toBe(
    "Z••• called. Mrs Ø•••’s lamp, Zoëtrope, al",
  );
  expect(maskNamesIn("Nothing (at all)", [])).toBe("Nothing (at all)");
  expect(maskNamesIn("Ines MOREAU’s, Zoe’s, 田中様へ", ["Inès Moreau", "Zoé", "田中 太郎"])).toBe(
    "I••• M•••’s, Z•••’s, 田•••様へ",
  );
});

test("a note says no customer's name to who is to be discreet, and all to others", async () => {
  const customer = await createCustomer(world.viewer, { name: "Zoë Ølund", email: "zoe@example.com" });
  const payment = await aPayment(world.viewer, {
    customerId: customer.id,
    description: "Lamp, call +33 6 12 34 56 78",
  });
  const text = "Zoë Ølund rang from +33 612 345 678, wants order 1043 sent again";
  for (const subject of [
    { kind: "payment" as const, id: payment.id },
    { kind: "customer" as const, id: customer.id },
  ]) {
    await writeNote(world.viewer, { subject, text });
    const [whole] = await notesOn(world.viewer, subject);
    expect(whole?.text).toBe(text);
    const [hidden] = await notesOn({ ...masked, permissions: world.viewer.permissions }, subject);
    expect(hidden?.text).toBe("Z••• Ø••• rang from •••, wants order 1043 sent again");
  }
  const shown = await findPayment(await reader(masked), payment.id);
  expect(shown.description).toBe("Lamp, call •••");
});

test("what a sender wrote beside a transfer is free text too", async () => {
  const { id: customerId } = await createCustomer(world.viewer, { name: "Zoë Ølund" });
  const reference = "Zoë Ølund, zoe@example.com, order 1043";
  const sent = await fundCash(world.viewer, { customerId, amount: 500, currency: "eur", reference });
  const reading = { ...masked, permissions: world.viewer.permissions };
  const told = async (viewer: Viewer) => (await cashMovements(viewer, { limit: 1 }, customerId)).rows[0];
  expect((await told(world.viewer))?.reference).toBe(reference);
  expect((await told(reading))?.reference).toBe("Z••• Ø•••, z•••@•••, order 1043");
  const wire = concealObject(toCashTransaction(sent, world.environment), null);
  expect(wire).toMatchObject({
    funded: { bank_transfer: { reference: "Zoë Ølund, z•••@•••, order 1043" } },
  });
});

test("a description and metadata say no name of the customer they are about, wherever they are read", async () => {
  const whole = "Lamp for Zoë Ølund";
  const metadata = { contact: "Ms Ølund", name: "Zoë Ølund", order: "1043" };
  const written = { description: whole, metadata };
  const customer = await createCustomer(world.viewer, { name: "Zoë Ølund", ...written });
  const payment = await aPayment(world.viewer, { customerId: customer.id, ...written });
  const reading = { ...masked, permissions: world.viewer.permissions };
  const hidden = {
    description: "Lamp for Z••• Ø•••",
    metadata: { contact: "Ms Ø•••", name: "Z••• Ø•••", order: "1043" },
  };
  expect(await getPayment(world.viewer, payment.id)).toMatchObject(written);
  expect(await getCustomer(reading, customer.id)).toMatchObject(hidden);
  const { attempts, payment: told } = await getPaymentStory(reading, payment.id);
  expect([told, ...attempts]).toMatchObject([hidden, hidden]);
  const { rows } = await listPayments(reading, {
    filters: { customerIds: [customer.id] },
    page: { direction: "older", from: null, size: 5 },
  });
  expect(rows).toMatchObject([{ description: hidden.description }]);
  const happened = [
    ...(await eventsOfPayment(reading, payment.id)),
    ...(await eventsOfObject(reading, customer.id)),
  ];
  for (const { id } of happened) expect(JSON.stringify(await getEvent(reading, id))).not.toMatch(/Zoë|Ølund/);
  const call = { path: "/v1/payment_intents", params: JSON.stringify({ ...written, customer: customer.id }) };
  const names = await namesAbout(reading, [payment.id]);
  expect(concealRequest({ ...call, response: null }, names).params).toBe(
    JSON.stringify({ ...hidden, customer: customer.id }),
  );
  expect(await namesAbout(world.viewer, [payment.id])).toEqual([]);
});
