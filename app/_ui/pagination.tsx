import type { ReactNode } from "react";

import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

import { ButtonLink } from "./button";

type PaginationProps = {
  locale: Locale;
  /** What is shown, in words: "12 of 482 shown". */
  summary?: ReactNode;
  newerHref?: string | null;
  olderHref?: string | null;
  /** Where a page that stopped looking early goes on: says up to when it looked. */
  continueFrom?: { href: string; date: string | null } | null;
  /** What lies before and after: what is newer and older, or else what comes before and after in another order. */
  way?: "time" | "order";
};

/** The foot of a list: what is shown, and the way to newer and older rows. */
export function Pagination({
  locale,
  summary,
  newerHref,
  olderHref,
  continueFrom,
  way = "time",
}: PaginationProps) {
  const t = translator(locale, "common");
  return (
    <nav className="ui-table-foot" aria-label={t("pages")}>
      <p>{summary}</p>
      <div className="ui-actions">
        {newerHref && <ButtonLink href={newerHref}>{way === "time" ? t("newer") : t("previous")}</ButtonLink>}
        {continueFrom && (
          <ButtonLink href={continueFrom.href}>
            {continueFrom.date === null ? t("continueOn") : t("continueFrom", { date: continueFrom.date })}
          </ButtonLink>
        )}
        {olderHref && <ButtonLink href={olderHref}>{way === "time" ? t("older") : t("next")}</ButtonLink>}
      </div>
    </nav>
  );
}
