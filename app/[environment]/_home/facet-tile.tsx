import type { Viewer } from "#lib/auth/viewer";
import type { FacetName, Slice } from "#lib/figures/overview";
import type { OverviewQuery } from "#lib/figures/overview-query";
import { formatPercent } from "#lib/i18n/format";
import { regionName } from "#lib/i18n/regions";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import { methodTypes } from "#lib/payments/list/payment-filters";
import { type Column, Table } from "../../_ui/table";
import { failureWords } from "../transactions/_list/failure-words";
import { addressOf } from "../../_lists/list-place";
import { figureFilePlace, figurePlace } from "./figure-place";
import { showValue } from "./show-value";

export type FacetProps = { viewer: Viewer; name: FacetName; query: OverviewQuery; slices: Slice[] };

const shownAtOnce = 6;

/** What a figure is made up of, the greatest part first; what is small is told together. */
export function FacetTile(props: FacetProps) {
  const { viewer, name, query, slices } = props;
  const t = translator(viewer.locale, "home");
  return (
    <section className="ui-tile" aria-labelledby={`tile-${name}`}>
      <header>
        <h3 id={`tile-${name}`}>{t(`facets.${name}`)}</h3>
        <a href={addressOf(figurePlace(viewer, name), query)}>{t("look")}</a>
      </header>
      {slices.length === 0 ? (
        <p className="text-soft">{t("nothing")}</p>
      ) : (
        <FacetTable {...props} most={shownAtOnce} />
      )}
      <p className="ui-chart-note">
        <a href={addressOf(figureFilePlace(viewer, name), query)} download>
          {t("csv")}
        </a>
      </p>
    </section>
  );
}

/** The parts with their share, in figures and as bars. `most`: how many before the others are told together. */
export function FacetTable({ viewer, name, slices, most }: FacetProps & { most?: number }) {
  const t = translator(viewer.locale, "home");
  const whole = slices.reduce((sum, { value }) => sum + value, 0);
  const named = sameNames(slices, (key) => sliceName(viewer, name, key));
  const rows = foldedAfter(named, most ?? named.length);
  const greatest = Math.max(...rows.map(({ value }) => value), 1);
  const unit = name === "reason" ? ("count" as const) : ("money" as const);
  const columns: Column<Slice>[] = [
    {
      key: "name",
      label: t(`facetOf.${name}`),
      card: "title",
      cell: ({ key, value }) => (
        <span className="ui-bar">
          <meter min={0} max={greatest} value={Math.max(0, value)} aria-hidden="true" />
          {sliceName(viewer, name, key)}
        </span>
      ),
    },
    {
      key: "value",
      label: t(unit === "count" ? "figures.failures" : "figures.gross"),
      align: "end",
      card: "state",
      cell: ({ value }) => showValue(viewer, unit, value),
    },
    {
      key: "share",
      label: t("share"),
      align: "end",
      card: "moment",
      cell: ({ value }) => (whole === 0 ? "–" : formatPercent(value / whole, viewer.locale)),
    },
  ];
  return <Table caption={t(`facets.${name}`)} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

/** Banks say the same in several ways: what people are told in the same words is one part. */
function sameNames(slices: Slice[], nameOf: (key: string) => string): Slice[] {
  const alike = [...Map.groupBy(slices, ({ key }) => nameOf(key)).values()];
  const one = alike.map((same) => sumOf(same[0]?.key ?? "", same));
  return one.sort((a, b) => b.value - a.value);
}

const others = "…";

function foldedAfter(slices: Slice[], most: number): Slice[] {
  if (slices.length <= most) return slices;
  return [...slices.slice(0, most), sumOf(others, slices.slice(most))];
}

function sumOf(key: string, slices: Slice[]): Slice {
  return slices.reduce(
    (sum, { value, payments }) => ({ key, value: sum.value + value, payments: sum.payments + payments }),
    { key, value: 0, payments: 0 },
  );
}

/** What a part is called: "France", "Visa", "Card", "Insufficient funds". */
function sliceName({ locale }: Viewer, name: FacetName, key: string): string {
  const t = translator(locale, "home");
  if (key === others) return t("others");
  if (key === "") return t("unknown");
  if (name === "country") return regionName(key, locale);
  if (name === "brand") return brandName(key) ?? key;
  if (name === "reason") return failureWords(key, locale);
  const type = methodTypes.find((each) => each === key);
  return type ? translator(locale, "methods")(`type.${type}`) : key;
}
