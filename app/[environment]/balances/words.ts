import type { Viewer } from "#lib/auth/viewer";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import type { TimeView } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { brandName } from "#lib/payment-methods/method-name";
import type { PayoutRow } from "#lib/payouts/wire";
import { categoryName } from "#lib/statements/category-name";
import type { TopupRow } from "#lib/topups/wire";
import type { StatusLook } from "../../_ui/status";
import { isKeyOf } from "../../_words/is-key-of";
import { timeViewOf } from "../../_words/time-view-of";

type Reader = Pick<Viewer, "locale">;

/** Days of banks begin at midnight UTC, wherever one looks at them from. */
export function bankDaysOf(viewer: Viewer): TimeView & { now: number } {
  return { ...timeViewOf(viewer), timeZone: "UTC" };
}

/** "TEST BANK ending 6789". */
export function destinationWords({ locale }: Reader, account: ExternalAccountRow): string {
  const t = translator(locale, "balances");
  const name = account.type === "card" ? brandName(account.card?.brand ?? null) : account.bankName;
  return t("destination.ending", { name: name ?? t(`destination.${account.type}`), last4: account.last4 });
}

/** Why the bank sent a payout back, and what to do. */
export function failureWords({ locale }: Reader, code: string | null): string {
  const t = translator(locale, "balances");
  const known = catalogues.en.balances.failure;
  return t(`failure.${code !== null && isKeyOf(known, code) ? code : "could_not_process"}`);
}

export const payoutLooks: Record<PayoutRow["status"], StatusLook> = {
  pending: { tone: "wait", mark: "ring" },
  in_transit: { tone: "wait", mark: "filled" },
  paid: { tone: "good", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
  canceled: { tone: "plain", mark: "ring" },
};

export const topupLooks: Record<TopupRow["status"], StatusLook> = {
  pending: { tone: "wait", mark: "ring" },
  succeeded: { tone: "good", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
  canceled: { tone: "plain", mark: "ring" },
  reversed: { tone: "hurt", mark: "ring" },
};

/** What a balance transaction is, by its reporting category. */
export function categoryWords({ locale }: Reader, category: string): string {
  return categoryName(locale, category);
}
