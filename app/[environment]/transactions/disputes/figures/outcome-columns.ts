import type { Viewer } from "#lib/auth/viewer";
import { type Dimension, type Outcome, winRate } from "#lib/disputes/dispute-figures";
import { disputeReasonWords } from "#lib/disputes/reason-words";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import type { Column } from "../../../../_ui/table";
import { percentWords } from "./percent-words";

/** How disputes of one kind went, a row each. */
export function outcomeColumns(viewer: Viewer, dimension: Dimension): Column<Outcome>[] {
  const t = translator(viewer.locale, "disputes");
  return [
    {
      key: "value",
      label: t(`figures.by.${dimension}`),
      card: "title",
      cell: ({ value }) => (value === null ? t("figures.unknown") : valueWords(viewer, dimension, value)),
    },
    { key: "disputes", label: t("figures.disputes"), align: "end", cell: ({ disputes }) => disputes },
    { key: "won", label: t("figures.won"), align: "end", cell: ({ won }) => won },
    { key: "lost", label: t("figures.lost"), align: "end", cell: ({ lost }) => lost },
    {
      key: "rate",
      label: t("figures.winRate"),
      align: "end",
      cell: (row) => percentWords(viewer, winRate(row)) ?? "–",
    },
  ];
}

function valueWords(viewer: Viewer, dimension: Dimension, value: string): string {
  if (dimension === "reason") return disputeReasonWords(viewer, value);
  if (dimension === "network") return brandName(value) ?? value;
  if (dimension === "agent") return value;
  return new Intl.DisplayNames(viewer.locale, { type: "region", fallback: "code" }).of(value) ?? value;
}
