import { z } from "zod";
import { webAddress } from "#lib/accounts/account-details";
import { dayAt, isDate } from "#lib/calendar";

const short = z.string().trim().min(1, "required").max(100, "too_long");
const optional = z
  .string()
  .trim()
  .max(100, "too_long")
  .nullable()
  .transform((text) => text || null);

/** What is asked of a business before it takes live payments. Messages are codes of the `errors` catalogue. */
export const activationParts = {
  business: z.strictObject({
    kind: z.enum(["individual", "company", "non_profit"], "required"),
    legalName: short,
    registration: optional,
    street: short,
    postalCode: z.string().trim().min(1, "required").max(20, "too_long"),
    city: short,
  }),
  product: z.strictObject({
    description: z.string().trim().min(10, "description_short").max(1000, "too_long"),
    website: optional.pipe(webAddress.nullable()),
  }),
  representative: z.strictObject({
    name: short,
    title: short,
    birthDay: z.string().refine(isBirthDay, "birth_day_invalid"),
  }),
  bank: z.strictObject({
    holder: short,
    number: z
      .string()
      .transform((text) => text.replaceAll(/[\s-]/g, "").toUpperCase())
      .refine(isAccountNumber, "account_number_invalid"),
  }),
};

export const activationPartNames = ["business", "product", "representative", "bank"] as const;
export type ActivationPart = (typeof activationPartNames)[number];

/** What was said so far. */
export type ActivationFacts = { [Part in ActivationPart]?: z.infer<(typeof activationParts)[Part]> };

function isBirthDay(text: string): boolean {
  return isDate(text) && text >= "1900-01-01" && text < dayAt(Date.now(), "UTC");
}

/** An IBAN whose check digits are right, or the digits that other countries use. */
function isAccountNumber(number: string): boolean {
  if (/^\d{4,17}$/.test(number)) return true;
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number)) return false;
  const turned = number.slice(4) + number.slice(0, 4);
  const digits = [...turned].map((sign) => Number.parseInt(sign, 36)).join("");
  return BigInt(digits) % 97n === 1n;
}
