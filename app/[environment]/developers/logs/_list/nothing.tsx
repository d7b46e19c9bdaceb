import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { Key } from "#lib/lists/key";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../../_ui/button";
import { EmptyState } from "../../../../_ui/empty-state";

/** Before the first call: what will be here, and what it takes. */
export function NoCallsYet({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "logs");
  const keys = may(viewer, "keys:write") && (
    <ButtonLink href={paths.keys(viewer)} tone="primary">
      {t("emptyKeys")}
    </ButtonLink>
  );
  return (
    <EmptyState title={t("emptyTitle")} action={keys}>
      {t("empty")}
    </EmptyState>
  );
}

/** Filters that nothing passes; `lookedUntil`: the oldest call looked at, if there are older ones. */
export function NoMatch({ viewer, lookedUntil }: { viewer: Viewer; lookedUntil: Key | null }) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "logs");
  if (lookedUntil) {
    const date = formatDate(lookedUntil.at, { locale, timeZone, now: viewer.now() });
    return <EmptyState title={t("noneYetTitle")}>{t("noneYet", { date })}</EmptyState>;
  }
  const clear = <ButtonLink href={paths.requestLogs(viewer)}>{t("filter.clear")}</ButtonLink>;
  return (
    <EmptyState title={t("noneTitle")} action={clear}>
      {t("none")}
    </EmptyState>
  );
}
