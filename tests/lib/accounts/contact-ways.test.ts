import { expect, test } from "vitest";
import { contactWays } from "#lib/accounts/contact-ways";

const none = { supportEmail: null, supportPhone: null, supportUrl: null, website: null };

test("each way to reach a business opens what it names, and what cannot be opened stays text", () => {
  const told = {
    ...none,
    supportEmail: "help@shop.example",
    supportPhone: "+33 (0)1 55 55 01 26",
    supportUrl: "https://shop.example/help?from=receipt",
    website: "javascript:alert(1)",
  };
  expect(contactWays(told)).toEqual([
    { text: "help@shop.example", href: "mailto:help@shop.example" },
    { text: "+33 (0)1 55 55 01 26", href: "tel:+33155550126" },
    { text: "https://shop.example/help?from=receipt", href: "https://shop.example/help?from=receipt" },
    { text: "javascript:alert(1)", href: null },
  ]);
  const odd = { ...none, supportEmail: "not an email", supportPhone: "ask at the desk" };
  expect(contactWays(odd).map(({ href }) => href)).toEqual([null, null]);
});

test("a website that is the page of the support too is named once", () => {
  const address = "https://shop.example/";
  expect(contactWays({ ...none, website: address, supportUrl: address })).toEqual([
    { text: address, href: address },
  ]);
  expect(contactWays(none)).toEqual([]);
});
