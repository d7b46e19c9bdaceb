import type { Hit } from "#lib/search/search";
import { paymentLooks } from "../../_payments/payment-state";
import { Status, type StatusLook } from "../../_ui/status";

/** Known by its status; what has none of these looks is plain. */
const looks: Readonly<Record<string, StatusLook | undefined>> = {
  ...paymentLooks,
  pending: { tone: "wait", mark: "ring" },
  requires_action: { tone: "wait", mark: "ring" },
  active: { tone: "good", mark: "filled" },
  paid: { tone: "good", mark: "filled" },
  in_transit: { tone: "wait", mark: "ring" },
  under_review: { tone: "wait", mark: "ring" },
  won: { tone: "good", mark: "filled" },
};

/** What state something is in that was found. */
export function HitState({ state: { status, word } }: { state: NonNullable<Hit["state"]> }) {
  return <Status {...(looks[status] ?? { tone: "plain", mark: "ring" })}>{word}</Status>;
}
