import type { Viewer } from "#lib/auth/viewer";
import type { BulkRow } from "#lib/bulk/row-claim";
import type { BulkRun } from "#lib/bulk/run";
import { formatMoney, formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { catalogues, type Messages } from "#lib/messages/catalogues";
import { isCurrency } from "#lib/money";

type Reason = keyof Messages["bulk"]["why"];

/** The money of a run, every currency of it: "€1,200.00 and ¥5,000". */
export function amountWords(viewer: Viewer, { amounts }: BulkRun): string {
  return moneyWords(viewer, amounts);
}

function moneyWords({ locale }: Viewer, amounts: readonly { amount: number; currency: string }[]): string {
  const words = amounts.map(({ amount, currency }) =>
    isCurrency(currency) ? formatMoney(amount, currency, locale) : `${amount} ${currency}`,
  );
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
}

/** What confirming a run does, with its money: "Refund €1,200.00 of 40 payments". */
export function confirmWords(viewer: Viewer, run: BulkRun): string {
  const t = translator(viewer.locale, "bulk");
  const count = run.total - run.leftOut;
  if (run.act.act === "delete_customer" && run.amounts.length > 0) {
    return t("confirm.deleteWithCredit", { count, amount: amountWords(viewer, run) });
  }
  if (run.act.act === "accept_dispute" && run.amounts.length > 0) return lossWords(viewer, run);
  return t(`confirm.${run.act.act}`, { count, amount: amountWords(viewer, run) });
}

/** What accepting disputes costs, spelled out: the payments, and the fees. */
function lossWords(viewer: Viewer, run: BulkRun): string {
  const parts = run.amounts.map(({ amount, fee = 0, currency }) => ({ currency, fee, paid: amount - fee }));
  return translator(viewer.locale, "bulk")("confirm.acceptWithLoss", {
    count: run.total - run.leftOut,
    total: moneyWords(viewer, run.amounts),
    payments: moneyWords(
      viewer,
      parts.map(({ paid, currency }) => ({ amount: paid, currency })),
    ),
    fees: moneyWords(
      viewer,
      parts.map(({ fee, currency }) => ({ amount: fee, currency })),
    ),
  });
}

/** What a run does to each row, in a sentence. */
export function whatWords(viewer: Viewer, { act }: BulkRun): string {
  const { locale } = viewer;
  const t = translator(locale, "bulk");
  switch (act.act) {
    case "receipt":
      return t("does.receipt");
    case "accept_dispute":
      return t("does.acceptDispute");
    case "delete_customer":
      return t("does.deleteCustomer");
    case "metadata":
      return t("does.metadata", {
        entries: Object.entries(act.metadata)
          .map(([name, value]) => `${name} = ${value}`)
          .join(", "),
      });
    case "refund":
      if ("all" in act.share) return t("does.refundAll");
      if ("percent" in act.share) {
        return t("does.refundPercent", { percent: formatNumber(Number(act.share.percent), locale) });
      }
      return t("does.refundAmount", {
        amount: isCurrency(act.share.currency)
          ? formatMoney(act.share.amount, act.share.currency, locale)
          : String(act.share.amount),
      });
  }
}

/** Why a row failed or was left out: by its code where the catalogue has it, else as the core said it. */
export function reasonWords({ locale }: Viewer, { code, message }: BulkRow): string {
  if (code !== null && isReason(code)) return translator(locale, "bulk")(`why.${code}`);
  return message ?? code ?? "";
}

function isReason(code: string): code is Reason {
  return Object.hasOwn(catalogues.en.bulk.why, code);
}
