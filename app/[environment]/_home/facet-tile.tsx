import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import type { FacetName, Slice } from "#lib/figures/overview";
import type { OverviewQuery } from "#lib/figures/overview-query";
import { partText } from "#lib/home/tile-part";
import { formatPercent } from "#lib/i18n/format";
import { regionName } from "#lib/i18n/regions";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import { methodTypes } from "#lib/payments/list/payment-filters";
import { type Column, Table } from "../../_ui/table";
import { failureWords } from "../transactions/_list/failure-words";
import { addressOf } from "../../_lists/list-place";
import { figureFilePlace, figurePlace, partPlace } from "./figure-place";
import { showValue } from "./show-value";
import { TilePicture } from "./tile-picture";

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
        <FacetTable
          {...props}
          most={shownAtOnce}
          links={
            <a href={addressOf(figureFilePlace(viewer, name), query)} download>
              {t("csv")}
            </a>
          }
        />
      )}
    </section>
  );
}

type FacetTableProps = FacetProps & {
  /** How many before the others are told together. */
  most?: number;
  /** Beside the picture of it. */
  links?: ReactNode;
};

/** The parts with their share, in figures and as bars, each leading to all that it counts; and as a picture. */
export function FacetTable({ viewer, name, query, slices, most, links }: FacetTableProps) {
  const t = translator(viewer.locale, "home");
  const whole = sumOf(slices);
  const named = sameNames(slices, (key) => sliceName(viewer, name, key));
  const rows = foldedAfter(named, most ?? named.length, t("others"));
  const greatest = Math.max(...rows.map(({ value }) => value), 1);
  const unit = unitOf(name);
  const columns: Column<Told>[] = [
    {
      key: "name",
      label: t(`facetOf.${name}`),
      card: "title",
      cell: ({ label, value }) => (
        <span className="ui-bar">
          <meter min={0} max={greatest} value={Math.max(0, value)} aria-hidden="true" />
          {label}
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
      cell: ({ value }) => showShare(viewer, value, whole),
    },
  ];
  return (
    <>
      <Table
        caption={t(`facets.${name}`)}
        columns={columns}
        rows={rows}
        rowKey={({ label }) => label}
        rowHref={({ words }) =>
          words ? addressOf(partPlace(viewer, name, partText(words)), query) : undefined
        }
      />
      <TilePicture
        viewer={viewer}
        name={`${name}-${query.period.from}`}
        bars={rows.map(({ label, value }) => ({
          label,
          value,
          shown: `${showValue(viewer, unit, value)} · ${showShare(viewer, value, whole)}`,
        }))}
        links={links}
      />
    </>
  );
}

/** A part as people are told it. `words`: what it is of; null: of all others. */
type Told = { label: string; value: number; words: string[] | null };

/** Banks say the same in several ways: what people are told in the same words is one part. */
function sameNames(slices: Slice[], nameOf: (key: string) => string): Told[] {
  const alike = [...Map.groupBy(slices, ({ key }) => nameOf(key))];
  return alike
    .map(([label, same]) => ({ label, value: sumOf(same), words: same.map(({ key }) => key) }))
    .sort((a, b) => b.value - a.value);
}

function foldedAfter(parts: Told[], most: number, label: string): Told[] {
  if (parts.length <= most) return parts;
  return [...parts.slice(0, most), { label, value: sumOf(parts.slice(most)), words: null }];
}

function sumOf(parts: readonly { value: number }[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

/** What the parts of a figure are counted in. */
export function unitOf(name: FacetName): "count" | "money" {
  return name === "reason" ? "count" : "money";
}

/** How much of a whole something is; a dash where there is none. */
export function showShare({ locale }: Viewer, value: number, whole: number): string {
  return whole === 0 ? "–" : formatPercent(value / whole, locale);
}

/** What a part is called: "France", "Visa", "Card", "Insufficient funds". */
export function sliceName({ locale }: Viewer, name: FacetName, key: string): string {
  const t = translator(locale, "home");
  if (key === "") return t("unknown");
  if (name === "country") return regionName(key, locale);
  if (name === "brand") return brandName(key) ?? key;
  if (name === "reason") return failureWords(key, locale);
  const type = methodTypes.find((each) => each === key);
  return type ? translator(locale, "methods")(`type.${type}`) : key;
}
