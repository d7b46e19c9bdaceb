import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { isFacet, isMetric, type TileName } from "./overview-tiles.ts";

/** What a tile of the overview is called. */
export function tileTitle({ locale }: Pick<Viewer, "locale">, tile: TileName): string {
  const t = translator(locale, "home");
  if (isMetric(tile)) return t(`figures.${tile}`);
  return isFacet(tile) ? t(`facets.${tile}`) : t("topCustomers");
}
