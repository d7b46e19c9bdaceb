import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";

type Reason = keyof typeof catalogues.en.disputes.reason;

/** Why the customer's bank asks for it, in small letters. */
export function disputeReasonWords({ locale }: Pick<Viewer, "locale">, reason: string): string {
  return translator(locale, "disputes")(`reason.${isReason(reason) ? reason : "general"}`);
}

function isReason(reason: string): reason is Reason {
  return Object.hasOwn(catalogues.en.disputes.reason, reason);
}
