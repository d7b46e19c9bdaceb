import type { Viewer } from "#lib/auth/viewer";
import { type Compared, type Drawn, isEstimated, overviewOf, slicesOf } from "#lib/figures/overview";
import type { OverviewQuery } from "#lib/figures/overview-query";
import { isFacet, isMetric, type TileName } from "#lib/home/overview-tiles";
import { timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../_ui/button";
import { EmptyState } from "../../_ui/empty-state";
import { Section } from "../../_ui/section";
import { FacetTile } from "./facet-tile";
import { homePlace } from "./figure-place";
import { MetricTile } from "./metric-tile";
import { PeriodPicker } from "./period-picker";
import { showSpans } from "./show-value";
import { TopCustomersTile } from "./top-customers-tile";

type OverviewProps = { viewer: Viewer; query: OverviewQuery; tiles: TileName[] };

/** The figures that a person chose to see, over the days that they look at. */
export async function Overview({ viewer, query, tiles }: OverviewProps) {
  const t = translator(viewer.locale, "home");
  const overview = await overviewOf(viewer, query);
  const { environment } = viewer;
  return (
    <Section title={t("overview")} aside={<a href={paths.editOverview(viewer)}>{t("editOverview")}</a>}>
      <PeriodPicker viewer={viewer} place={homePlace(viewer)} query={query} />
      <Tiles {...{ viewer, query, tiles, overview }} />
      <p className="text-soft">
        {t("clocks", { city: timeZoneCity(environment.timeZone) })}{" "}
        {isEstimated(overview) && t("estimates", { currency: environment.currency.toUpperCase() })}
      </p>
    </Section>
  );
}

type TilesProps = OverviewProps & { overview: Compared };

async function Tiles({ viewer, query, tiles, overview }: TilesProps) {
  const t = translator(viewer.locale, "home");
  if (tiles.length === 0) {
    const edit = <ButtonLink href={paths.editOverview(viewer)}>{t("editOverview")}</ButtonLink>;
    return (
      <EmptyState title={t("noTilesTitle")} action={edit}>
        {t("noTiles")}
      </EmptyState>
    );
  }
  if (isNothing(overview.now) && (!overview.before || isNothing(overview.before)))
    return <EmptyState title={t("noTilesTitle")}>{t("noFigures")}</EmptyState>;
  const slices = tiles.some(isFacet) ? await slicesOf(viewer, query.period) : null;
  const payments = overview.now.curves.find(({ name }) => name === "payments")?.total ?? 0;
  const labels = showSpans(viewer, overview.now.spans, query.step);
  return (
    <div className="ui-tiles">
      {tiles.map((name) => {
        if (isMetric(name)) return <MetricTile key={name} {...{ viewer, name, query, overview, labels }} />;
        if (isFacet(name)) {
          return slices && <FacetTile key={name} {...{ viewer, name, query, slices: slices[name] }} />;
        }
        return <TopCustomersTile key={name} {...{ viewer, query, payments }} />;
      })}
    </div>
  );
}

/** A new business has no days to draw: charts of zeros, and the tables under them, would tell it nothing. */
function isNothing({ curves }: Drawn): boolean {
  return curves.every(({ points }) => points.every((value) => !value));
}
