import type { VerifyAnswer, VerifyRequest } from "../processor.ts";
import { checksOf, nothingChecked } from "./assess.ts";
import { isUncheckedCode } from "./authorize-card.ts";
import { declined } from "./declines.ts";
import { resolve } from "./reference.ts";

/** What the bank answers when an instrument is saved: cards that decline say so, but for those that decline later. */
export function verifyInstrument({ reference, checks }: VerifyRequest): VerifyAnswer {
  const found = resolve(reference);
  if (found.type === "debit") return { result: "verified", checks: nothingChecked };
  const { card, cvcProvided } = found;
  const { decline, declinesLater } = card.behaviour;
  if (decline && !declinesLater && !isUncheckedCode(card, cvcProvided)) return declined(decline);
  return { result: "verified", checks: checksOf(card.behaviour, { cvcProvided, ...checks }) };
}
