import { z } from "zod";
import type { Means } from "#lib/payments/collect-payment";

/** The value of `method` that stands for a card that is typed. */
export const typedCard = "card";

/** The fields of `MeansFields`, as a form's schema has them. Made sense of by `meansTyped`. */
export const meansShape = {
  method: z.string(),
  card_number: z.string().max(30, "invalid_number").default(""),
  card_expiry: z.string().max(9, "expiry_invalid").default(""),
  card_cvc: z.string().max(4, "invalid_cvc").default(""),
};

type MeansFields = z.output<z.ZodObject<typeof meansShape>>;

/** Month and year in one field: "04 / 29", "4/2029", "0429". */
const expiryShape = /^\s*(\d{1,2})\s*(?:[/.\s-]\s*)?(\d{4}|\d{2})\s*$/;

/** Month and year of an expiry that somebody typed; null where it is none. */
export function readExpiry(text: string): { expMonth: number; expYear: number } | null {
  const [, month, year] = expiryShape.exec(text) ?? [];
  if (month === undefined || year === undefined) return null;
  return { expMonth: Number(month), expYear: year.length === 2 ? 2000 + Number(year) : Number(year) };
}

/** Says what is missing of a card that is to be typed. */
export function requireCard(typed: MeansFields, context: z.RefinementCtx): void {
  if (typed.method !== typedCard) return;
  const wrong = (path: keyof MeansFields, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (typed.card_number.trim() === "") wrong("card_number", "required");
  if (typed.card_expiry.trim() === "") wrong("card_expiry", "required");
  else if (!readExpiry(typed.card_expiry)) wrong("card_expiry", "expiry_invalid");
  if (typed.card_cvc.trim() === "") wrong("card_cvc", "required");
}

/** What to pay with, of fields that passed `requireCard`. */
export function meansTyped({ method, card_number, card_expiry, card_cvc }: MeansFields): Means {
  if (method !== typedCard) return { methodId: method };
  const expiry = readExpiry(card_expiry) ?? { expMonth: 0, expYear: 0 };
  return { card: { number: card_number.trim(), ...expiry, cvc: card_cvc.trim() } };
}
