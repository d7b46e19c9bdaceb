import type { Viewer } from "#lib/auth/viewer";
import type { Period } from "#lib/lists/days";
import { type Dimension, type Outcome, winRate } from "#lib/disputes/dispute-figures";
import { disputeReasonWords } from "#lib/disputes/reason-words";
import { withCapital } from "#lib/i18n/with-capital";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import type { Column } from "../../../../_ui/table";
import { productWords } from "../../_list/product-words";
import { listBehind } from "./list-behind";
import { percentWords } from "./percent-words";

/** How disputes of one kind went, a row each. */
export function outcomeColumns(
  viewer: Viewer,
  { dimension, period }: { dimension: Dimension; period: Period },
): Column<Outcome>[] {
  const t = translator(viewer.locale, "disputes");
  const linked = (of: "won" | "lost", row: Outcome) => {
    const href = row[of] === 0 ? undefined : listBehind(viewer, { period, of, dimension, value: row.value });
    if (!href) return row[of];
    return (
      <a className="relative z-10 underline underline-offset-2" href={href}>
        {row[of]}
      </a>
    );
  };
  return [
    {
      key: "value",
      label: t(`figures.by.${dimension}`),
      card: "title",
      cell: (row) => valueWords(viewer, dimension, row),
    },
    { key: "disputes", label: t("figures.disputes"), align: "end", cell: ({ disputes }) => disputes },
    { key: "won", label: t("figures.won"), align: "end", cell: (row) => linked("won", row) },
    { key: "lost", label: t("figures.lost"), align: "end", cell: (row) => linked("lost", row) },
    {
      key: "rate",
      label: t("figures.winRate"),
      align: "end",
      cell: (row) => percentWords(viewer, winRate(row)) ?? "–",
    },
  ];
}

function valueWords(viewer: Viewer, dimension: Dimension, { value, name }: Outcome): string {
  const t = translator(viewer.locale, "disputes");
  if (value === null) return t(dimension === "agent" ? "nobody" : "figures.unknown");
  if (dimension === "reason") return withCapital(disputeReasonWords(viewer, value), viewer.locale);
  if (dimension === "network") return brandName(value) ?? value;
  if (dimension === "agent") return name ?? value;
  if (dimension === "product") return productWords(viewer, value);
  return new Intl.DisplayNames(viewer.locale, { type: "region", fallback: "code" }).of(value) ?? value;
}
