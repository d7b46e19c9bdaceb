import type { BesideExports } from "./beside-exports.ts";
import type { Cost } from "./costs.ts";
import type { Measured } from "./measure.ts";
import type { PageTimes } from "./page.ts";
import type { Delivered } from "./webhooks.ts";
import type { Weight } from "./weight.ts";

export interface Comparison {
  request: string;
  connections: number;
  /** The floor's, and Comptoir's. */
  least: Measured;
  ours: Measured;
}

export function apiTable(rows: Comparison[]): string {
  const head = [
    "request",
    "connections",
    "per second",
    "p50 ms",
    "p95 ms",
    "CPU µs",
    "floor: per second",
    "CPU µs",
    "CPU ratio",
  ];
  return table(
    head,
    rows.map(({ request, connections, least, ours }) => [
      request,
      String(connections),
      whole(ours.perSecond),
      ours.p50.toFixed(1),
      ours.p95.toFixed(1),
      whole(ours.cpu),
      whole(least.perSecond),
      whole(least.cpu),
      (ours.cpu / least.cpu).toFixed(1),
    ]),
  );
}

export function costTable(costs: Cost[]): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return table(
    ["what is paid for", "per second without", "with", "CPU µs without", "with", "of throughput", "of CPU"],
    costs.map(({ what, without, with: full }) => [
      what,
      whole(without.perSecond),
      whole(full.perSecond),
      whole(without.cpu),
      whole(full.cpu),
      percent(1 - full.perSecond / without.perSecond),
      percent(full.cpu / without.cpu - 1),
    ]),
  );
}

export function besideExportsTable(rows: BesideExports[]): string {
  const head = ["of the API over HTTP", "connections", "alone: p50 ms", "p95 ms", "per second"];
  const beside = ["beside exports: p50 ms", "p95 ms", "per second", "times the p50", "times the p95"];
  return table(
    [...head, ...beside, "an export at work"],
    rows.map(({ request, connections, alone, beside: busy, share }) => [
      ...[request, String(connections)],
      ...[alone, busy].flatMap(({ p50, p95, perSecond }) => [
        p50.toFixed(1),
        p95.toFixed(1),
        whole(perSecond),
      ]),
      (busy.p50 / alone.p50).toFixed(1),
      (busy.p95 / alone.p95).toFixed(1),
      `${Math.round(share * 100)} % of the time`,
    ]),
  );
}

export function webhookLine({ endpoints, events, p50, p95, longest }: Delivered): string {
  const ms = (time: number) => `${time.toFixed(0)} ms`;
  return `From a request to the first delivery of its event, ${events} events to ${endpoints} healthy endpoints: p50 ${ms(p50)}, p95 ${ms(p95)}, at most ${ms(longest)}.\n`;
}

type Page = PageTimes & { resident: number };

export function pageTable(fewPayments: number, few: Page, manyPayments: number, many: Page): string {
  const line = (payments: number, page: Page) => [
    payments.toLocaleString("en"),
    page.p50.toFixed(1),
    page.p95.toFixed(1),
    page.cpu.toFixed(1),
    whole(page.resident / 1e6),
  ];
  const rows = [line(fewPayments, few), line(manyPayments, many)];
  const ratios = ["ratio", (many.p50 / few.p50).toFixed(2), (many.p95 / few.p95).toFixed(2)];
  ratios.push((many.cpu / few.cpu).toFixed(2), "");
  return table(
    ["Transactions page, payments", "p50 ms", "p95 ms", "processor ms", "resident MB"],
    [...rows, ratios],
  );
}

export function weightLine({ page, framework }: Weight): string {
  const kb = (bytes: number) => (bytes / 1000).toFixed(1);
  return `JavaScript of that page, gzipped: ${kb(page)} kB, of which ${kb(framework)} kB every Next page loads: ${kb(page - framework)} kB are its own.\n`;
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString("en");
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");
}
