import { z } from "zod";
import { optionalPhone, webAddress } from "./account-details.ts";
import type { Contact } from "./wire-contact.ts";

type Reach = Pick<Contact, "supportEmail" | "supportPhone" | "supportUrl" | "website">;

/** A way to reach a business: as it is read, and as a browser opens it; null where it could not. */
export interface ContactWay {
  text: string;
  href: string | null;
}

/** How a business is reached, each way once, in the order in which its customers are told. */
export function contactWays({ supportEmail, supportPhone, supportUrl, website }: Reach): ContactWay[] {
  const ways = [
    [supportEmail, mailTo],
    [supportPhone, callTo],
    [supportUrl, webPage],
    [website === supportUrl ? null : website, webPage],
  ] as const;
  return ways.flatMap(([text, hrefOf]) => (text === null ? [] : [{ text, href: hrefOf(text) }]));
}

function mailTo(email: string): string | null {
  return z.email().safeParse(email).success ? `mailto:${encodeURI(email)}` : null;
}

/** The zero that some write in brackets is for callers from the same country, and not for a number with a plus. */
function callTo(phone: string): string | null {
  if (!optionalPhone.safeParse(phone).success) return null;
  const dialed = phone.startsWith("+") ? phone.replaceAll("(0)", "") : phone;
  return `tel:${dialed.replaceAll(/[^+\d]/g, "")}`;
}

function webPage(address: string): string | null {
  return webAddress.safeParse(address).success ? address : null;
}
