import type { LimitRule } from "#lib/approvals/set-limits";
import { z } from "zod";
import type { Viewer } from "#lib/auth/viewer";
import { amountTyped } from "../../transactions/[id]/amount-typed";

/** A rule as the form sends it: amounts as they were typed, nothing for no limit. */
export const ruleForm = z.strictObject({
  subject: z.string(),
  per_refund: z.string(),
  per_day: z.string(),
  per_customer: z.string(),
  approves: z.enum(["", "yes", "no"]),
});

type RuleForm = z.output<typeof ruleForm>;

/** What was typed, understood; throws what is wrong with it, beside its field. */
export function ruleTyped(viewer: Viewer, form: Omit<RuleForm, "subject">): LimitRule {
  return {
    perRefund: limitTyped(viewer, form, "per_refund"),
    perDay: limitTyped(viewer, form, "per_day"),
    perCustomer: limitTyped(viewer, form, "per_customer"),
    approves: form.approves === "" ? null : form.approves === "yes",
  };
}

function limitTyped(
  { environment, locale }: Viewer,
  form: Omit<RuleForm, "subject">,
  field: "per_refund" | "per_day" | "per_customer",
): number | null {
  const text = form[field].trim();
  return text === "" ? null : amountTyped(text, environment.currency, locale, field);
}
