import { expect, test } from "vitest";
import { createCustomer } from "#lib/customers/create-customer";
import { customerInputOf, readTyped, typedCustomer, typedOf } from "#lib/customers/typed-customer";
import { languagesByName } from "#lib/customers/languages";
import { updateCustomer } from "#lib/customers/update-customer";
import { aWorld } from "#tests/support/world";

const read = (typed: Record<string, string>) => customerInputOf(typedCustomer.parse(typed));
const wrongsOf = (typed: Record<string, string>) =>
  typedCustomer.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`);

test("what is typed makes a customer, and what is known of them is what a form begins with", async () => {
  const { viewer } = await aWorld();
  const typed = {
    name: "Ana Silva",
    email: "ana@example.com",
    individualName: "Ana",
    businessName: "Silva SARL",
    phone: "+33 1 23 45 67 89",
    description: "Since the fair",
    language: "fr",
    line1: "1 rue de la Paix",
    line2: "",
    postalCode: "75002",
    city: "Paris",
    state: "",
    country: "FR",
    shippingName: "Bruno Silva",
    shippingPhone: "",
    shippingLine1: "2 quai Perrache",
    shippingLine2: "",
    shippingPostalCode: "69002",
    shippingCity: "Lyon",
    shippingState: "",
    shippingCountry: "FR",
    taxExempt: "reverse",
    invoicePrefix: "ANA",
    nextInvoiceSequence: "7",
    invoiceFooter: "Merci",
  };
  const customer = await createCustomer(viewer, read(typed));
  expect(typedOf(customer)).toEqual(typed);
});

test("a form changes only what is not as it showed it", async () => {
  const { viewer } = await aWorld();
  const before = await createCustomer(viewer, {
    name: "Ana",
    phone: "+33123456789",
    address: { line1: "1 rue de la Paix", city: "Paris", country: "FR" },
    shipping: { name: "Ana", carrier: "La Poste", address: { city: "Paris" } },
  });
  const shown = typedOf(before);
  await updateCustomer(viewer, { id: before.id, phone: "+33987654321" });
  const input = customerInputOf(typedCustomer.parse({ ...shown, city: "Lyon", shippingCity: "" }), shown);
  const after = await updateCustomer(viewer, { id: before.id, ...input });
  expect(after).toMatchObject({
    phone: "+33987654321",
    address: { line1: "1 rue de la Paix", city: "Lyon", country: "FR" },
    shipping: { name: "Ana", carrier: "La Poste", address: { city: null } },
    invoicePrefix: before.invoicePrefix,
  });
});

test("what came over the API and no form takes keeps nobody from changing the rest, and stays", async () => {
  const { viewer } = await aWorld();
  const odd = { phone: "01 23 45 67 89 ext 4", invoicePrefix: "AB", preferredLocales: ["fr-FR", "en"] };
  const before = await createCustomer(viewer, {
    ...odd,
    name: "Ana",
    address: { line1: "1 rue de la Paix", country: "ZZ" },
    shipping: { name: "Ana", phone: "ask Bruno", address: { city: "Paris" } },
  });
  const shown = typedOf(before);
  const read = readTyped({ ...shown, city: " Lyon ", shippingCity: "Lyon" }, shown);
  if (!("input" in read)) throw new Error(JSON.stringify(read));
  expect(read.input.address).toEqual({ city: "Lyon" });
  expect(await updateCustomer(viewer, { id: before.id, ...read.input })).toMatchObject({
    ...odd,
    address: { line1: "1 rue de la Paix", city: "Lyon", country: "ZZ" },
    shipping: { name: "Ana", phone: "ask Bruno", address: { city: "Lyon" } },
  });
  expect(readTyped({ ...shown, phone: "call me" }, shown)).toMatchObject({
    issues: [{ path: ["phone"], message: "phone_invalid" }],
  });
  expect(readTyped({ ...shown, shippingName: "" }, shown)).toMatchObject({
    issues: [{ path: ["shippingName"], message: "required" }],
  });
});

test("a language that no list has can be left as it is", () => {
  expect(languagesByName("en", "fr-FR")).toContainEqual({ code: "fr-FR", name: "fr-FR" });
  expect(languagesByName("en", "fr")).toEqual(languagesByName("en"));
});

test("emptied fields take away what was there, an address as a whole", async () => {
  const { viewer } = await aWorld();
  const before = await createCustomer(
    viewer,
    read({ name: "Ana", email: "ana@example.com", line1: "1", language: "fr" }),
  );
  const shown = typedOf(before);
  const input = customerInputOf(typedCustomer.parse({ ...shown, email: "", line1: "", language: "" }), shown);
  expect(await updateCustomer(viewer, { id: before.id, ...input })).toMatchObject({
    name: "Ana",
    email: null,
    emailKey: null,
    address: null,
    preferredLocales: [],
  });
});

test("the next invoice has a number that the API takes too", () => {
  expect(read({ nextInvoiceSequence: "1000000000" })).toMatchObject({ nextInvoiceSequence: 1_000_000_000 });
  for (const nextInvoiceSequence of ["1000000001", "0", "007", "1.5"]) {
    expect(wrongsOf({ nextInvoiceSequence })).toEqual(["nextInvoiceSequence: number_invalid"]);
  }
});

test("what cannot be so is said beside its field", () => {
  expect(
    wrongsOf({
      email: "ana@",
      phone: "call me",
      country: "Francia",
      language: "xx",
      taxExempt: "maybe",
      invoicePrefix: "ab",
      nextInvoiceSequence: "0",
    }),
  ).toEqual([
    "email: email_invalid",
    "phone: phone_invalid",
    "language: language_unknown",
    "country: country_unknown",
    expect.stringMatching(/^taxExempt: /),
    "invoicePrefix: invoice_prefix_invalid",
    "nextInvoiceSequence: number_invalid",
  ]);
  expect(wrongsOf({ shippingCity: "Lyon" })).toEqual(["shippingName: required"]);
  expect(wrongsOf({ nickname: "Ana" })).toHaveLength(1);
});
