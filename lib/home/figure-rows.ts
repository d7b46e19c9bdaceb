import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { metricOf, type MetricName, type Unit } from "#lib/figures/metrics";
import { type Drawn, type FacetName, overviewOf, slicesOf } from "#lib/figures/overview";
import type { OverviewQuery } from "#lib/figures/overview-query";
import { topCustomers } from "#lib/figures/top-customers";
import { isCurrency, toDecimalString } from "#lib/money";
import { isFacet, isMetric, type TileName } from "./overview-tiles.ts";

const mostCustomers = 1000;

/** A figure as rows of a file, headings first: money as plain decimals of the account's currency, moments in UTC. */
export async function figureRows(viewer: Viewer, tile: TileName, query: OverviewQuery): Promise<string[][]> {
  if (isMetric(tile)) return metricRows(viewer, tile, query);
  if (isFacet(tile)) return facetRows(viewer, tile, query);
  return customerRows(viewer, query);
}

async function metricRows(viewer: Viewer, name: MetricName, query: OverviewQuery): Promise<string[][]> {
  const { now, before } = await overviewOf(viewer, query);
  const { unit } = metricOf(name);
  const points = (drawn: Drawn | null) => drawn?.curves.find((curve) => curve.name === name)?.points ?? [];
  const [current, earlier] = [points(now), points(before)];
  const currency = unit === "money" ? [viewer.environment.currency] : [];
  return [
    ["start", "end", name, ...(before ? [`${name}_before`] : []), ...currency.map(() => "currency")],
    ...now.spans.map(({ start, end }, index) => [
      new Date(start).toISOString(),
      new Date(end).toISOString(),
      plain(viewer, unit, current[index]),
      ...(before ? [plain(viewer, unit, earlier[index])] : []),
      ...currency,
    ]),
  ];
}

async function facetRows(viewer: Viewer, name: FacetName, { period }: OverviewQuery): Promise<string[][]> {
  const slices = (await slicesOf(viewer, period))[name];
  if (name === "reason") {
    return [[name, "failures"], ...slices.map(({ key, value }) => [key, String(value)])];
  }
  return [
    [name, "gross", "currency", "payments"],
    ...slices.map(({ key, value, payments }) => [key, ...money(viewer, value), String(payments)]),
  ];
}

/** Names and addresses of customers: a file of them is an export. */
async function customerRows(viewer: Viewer, query: OverviewQuery): Promise<string[][]> {
  authorize(viewer, "exports:read");
  const { now } = await overviewOf(viewer, query);
  const payments = now.curves.find(({ name }) => name === "payments")?.total ?? 0;
  const rows = await topCustomers(viewer, { period: query.period, payments, most: mostCustomers });
  return [
    ["customer", "name", "email", "payments", "spent", "currency"],
    ...rows.map(({ id, name, email, payments: count, spent }) => [
      id,
      name ?? "",
      email ?? "",
      String(count),
      ...money(viewer, spent),
    ]),
  ];
}

function money(viewer: Viewer, amount: number): [amount: string, currency: string] {
  return [plain(viewer, "money", amount), viewer.environment.currency];
}

function plain({ environment: { currency } }: Viewer, unit: Unit, value: number | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (unit === "share") return value.toFixed(6);
  return unit === "money" && isCurrency(currency)
    ? toDecimalString({ amount: value, currency })
    : String(value);
}
