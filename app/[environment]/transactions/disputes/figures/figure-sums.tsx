import type { Viewer } from "#lib/auth/viewer";
import { type DisputeFigures, winRate } from "#lib/disputes/dispute-figures";
import { translator } from "#lib/i18n/translator";
import type { Period } from "#lib/lists/days";
import { DescriptionList } from "../../../../_ui/description-list";
import { listBehind } from "./list-behind";
import { percentWords } from "./percent-words";

type FigureSumsProps = { viewer: Viewer; period: Period; figures: DisputeFigures };

/** All disputes of the period together. */
export function FigureSums({ viewer, period, figures }: FigureSumsProps) {
  const t = translator(viewer.locale, "disputes");
  const { disputes, inquiries, payments, won, lost, more } = figures;
  const behind = (of?: "won" | "lost" | "inquiries") => listBehind(viewer, { period, of });
  const rate = payments === 0 ? null : disputes / payments;
  return (
    <>
      {more && <p>{t("figures.more")}</p>}
      <DescriptionList
        items={[
          { term: t("figures.disputes"), value: <a href={behind()}>{disputes}</a> },
          { term: t("figures.inquiries"), value: <a href={behind("inquiries")}>{inquiries}</a> },
          { term: t("figures.rate"), value: rate === null ? null : percentWords(viewer, rate) },
          { term: t("figures.won"), value: <a href={behind("won")}>{won}</a> },
          { term: t("figures.lost"), value: <a href={behind("lost")}>{lost}</a> },
          { term: t("figures.winRate"), value: percentWords(viewer, winRate(figures)) },
        ]}
      />
    </>
  );
}
