import { expect, test } from "vitest";
import { tokens } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { createToken } from "#lib/tokens/create-token";
import { createParams, toTokenInput } from "#lib/tokens/params";
import { getToken } from "#lib/tokens/queries";
import { toToken } from "#lib/tokens/wire";
import { aWorld } from "#tests/support/world";

const card = { number: "4000056655665556", expMonth: 1, expYear: 2035, cvc: "999" };

/** Everything that is stored of tokens, as text. */
async function stored(viewer: Viewer): Promise<string> {
  const { db } = await reader(viewer);
  return JSON.stringify(await db.select().from(tokens));
}

test("a card token shows the card, and its number is nowhere", async () => {
  const { viewer, environment } = await aWorld();
  const owner = { name: "Ana", address: { postal_code: "75001", line1: "1 rue" }, currency: "eur" };
  const row = await createToken(viewer, { type: "card", card, owner });
  expect(toToken(row, environment)).toMatchObject({
    id: expect.stringMatching(/^tok_/),
    object: "token",
    type: "card",
    used: false,
    client_ip: null,
    livemode: false,
    card: {
      id: expect.stringMatching(/^card_/),
      object: "card",
      brand: "Visa",
      funding: "debit",
      last4: "5556",
      exp_month: 1,
      exp_year: 2035,
      name: "Ana",
      address_zip: "75001",
      address_zip_check: "unchecked",
      address_line1_check: "unchecked",
      cvc_check: "unchecked",
      currency: "eur",
      metadata: {},
    },
  });
  expect(await getToken(viewer, row.id)).toEqual(row);
  expect(await stored(viewer)).not.toContain(card.number);
  expect(await stored(viewer)).not.toContain("999");
});

test("bank accounts become tokens too", async () => {
  const { viewer, environment } = await aWorld();
  const american = {
    accountNumber: "000123456789",
    routingNumber: "110000000",
    country: "US",
    accountHolderName: "Ana",
  };
  const row = await createToken(viewer, { type: "bank_account", bankAccount: american });
  expect(row.id).toMatch(/^btok_/);
  expect(toToken(row, environment).bank_account).toMatchObject({
    account_holder_name: "Ana",
    country: "US",
    currency: "usd",
    last4: "6789",
    routing_number: "110000000",
    status: "new",
  });
  const german = { accountNumber: "DE89370400440532013000", country: "DE" };
  const iban = await createToken(viewer, { type: "bank_account", bankAccount: german });
  expect(toToken(iban, environment).bank_account).toMatchObject({ currency: "eur", last4: "3000" });
  expect(await stored(viewer)).not.toMatch(/000123456789|DE89370400440532013000/);
  await expect(
    createToken(viewer, { type: "bank_account", bankAccount: { ...american, routingNumber: undefined } }),
  ).rejects.toMatchObject({ facts: { param: "bank_account[routing_number]" } });
});

test("numbers that identify a person are not kept", async () => {
  const { viewer } = await aWorld();
  const person = createParams.parse({
    person: { first_name: "Ana", id_number: "180127512345678", ssn_last_4: "0000" },
  });
  const row = await createToken(viewer, toTokenInput(person));
  expect(row.details).toEqual({
    described: { first_name: "Ana", id_number_provided: true, ssn_last_4_provided: true },
  });
  const pii = await createToken(
    viewer,
    toTokenInput(createParams.parse({ pii: { id_number: "180127512345678" } })),
  );
  expect(pii.type).toBe("pii");
  expect(await stored(viewer)).not.toContain("180127512345678");
});

test("a security code has three or four digits, and is not kept", async () => {
  const { viewer } = await aWorld();
  await expect(createToken(viewer, { type: "cvc_update", cvc: "12" })).rejects.toMatchObject({
    facts: { code: "invalid_cvc" },
  });
  const row = await createToken(viewer, { type: "cvc_update", cvc: "8642" });
  expect(row.id).toMatch(/^cvctok_/);
  expect(await stored(viewer)).not.toContain("8642");
});

test("one token stands for one thing", () => {
  expect(() => toTokenInput(createParams.parse({}))).toThrow(/You must supply either a card/);
  const two = createParams.parse({ cvc_update: { cvc: "123" }, pii: { id_number: "1" } });
  expect(() => toTokenInput(two)).toThrow(/only specify one/);
});

test("a well-known token can be read: it makes one", async () => {
  const { viewer, environment } = await aWorld();
  const row = await getToken(viewer, "tok_mastercard");
  expect(row.id).not.toBe("tok_mastercard");
  expect(toToken(row, environment).card?.brand).toBe("MasterCard");
  await expect(getToken(viewer, "tok_nope")).rejects.toMatchObject({ facts: { status: 404 } });
});

test("tokens belong to their account and need their permissions", async () => {
  const { viewer } = await aWorld();
  const row = await createToken(viewer, { type: "card", card, owner: { address: {} } });
  const { viewer: stranger, viewerWith } = await aWorld();
  await expect(getToken(stranger, row.id)).rejects.toMatchObject({ facts: { status: 404 } });
  await expect(
    createToken(viewerWith(["view_only"]), { type: "cvc_update", cvc: "123" }),
  ).rejects.toMatchObject({
    facts: { status: 403 },
  });
});
