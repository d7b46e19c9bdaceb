import type { SetUpAnswer, SetUpRequest } from "../processor.ts";
import { checksOf, nothingChecked } from "./assess.ts";
import { authenticate } from "./authenticate.ts";
import { isUncheckedCode } from "./authorize-card.ts";
import { declined } from "./declines.ts";
import { sendDeposits } from "./deposits.ts";
import { resolve } from "./reference.ts";

/** What becomes of saving an instrument for later: first 3-D Secure, then the bank; cards that decline later do not here. */
export function setUpInstrument({ reference, checks: given, ...asked }: SetUpRequest): SetUpAnswer {
  const found = resolve(reference);
  if (found.type === "debit") {
    const { deposits, now } = asked;
    const sent = deposits ? sendDeposits(found.behaviour, deposits, now) : null;
    return { ...(sent ?? { result: "succeeded" }), checks: nothingChecked, authentication: null };
  }
  const { card, cvcProvided } = found;
  const { decline, declinesLater } = card.behaviour;
  const checks = checksOf(card.behaviour, { cvcProvided, ...given });

  const step = authenticate(card, { ...asked, offSession: false, setUpForOffSession: false });
  if (step.next === "challenge") {
    return { result: "requires_action", action: "three_d_secure", checks, authentication: null };
  }
  const examined = { checks, authentication: step.authentication };
  if (step.next === "stop") return { ...step.decline, ...examined };
  if (decline && !declinesLater && !isUncheckedCode(card, cvcProvided)) {
    return { ...declined(decline), ...examined };
  }
  return { result: "succeeded", ...examined };
}
