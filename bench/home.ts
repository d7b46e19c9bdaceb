/* What Home costs the server: `node bench/home.ts --database FILE`. */
import { parseArgs } from "node:util";
import { environmentBySlug } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Viewer } from "#lib/auth/viewer";
import { demoSlug } from "#lib/demo/credentials";
import { overviewOf, slicesOf } from "#lib/figures/overview";
import { readOverviewQuery } from "#lib/figures/overview-query";
import { firstDay } from "#lib/figures/read-figures";
import { knownAtOnce, topCustomers } from "#lib/figures/top-customers";
import { toDoOf } from "#lib/home/to-do";
import { balanceOverview } from "#lib/payouts/balance-overview";
import { percentiles } from "./measure.ts";

const rounds = 40;
const asked: Record<string, string>[] = [
  {},
  { period: "7d", step: "hour" },
  { period: "today" },
  { period: "3m" },
  { period: "12m", step: "day" },
  { period: "all" },
];

const { values } = parseArgs({ options: { database: { type: "string" } } });
if (!values.database) throw new Error("Say of which database: --database FILE");
process.env.DATABASE_URL = `file:${values.database}`;

const environment = await environmentBySlug(demoSlug);
if (!environment) throw new Error("The demo business is not there");
const viewer = systemViewer(environment, "operator", new Set(allPermissions));
for (const address of asked) {
  const waited: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await home(viewer, address);
    if (round <= 2) continue;
    waited.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(used);
    worked.push((user + system) / 1000);
  }
  console.log(JSON.stringify(address), told("waited", waited), told("processor", worked));
}
process.exit(0);

function told(what: string, times: number[]): string {
  const { p50, p95 } = percentiles(times);
  return `${what} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms;`;
}

/** Everything that Home asks the database for. */
async function home(by: Viewer, address: Record<string, string>): Promise<void> {
  const { timeZone } = by.environment;
  const query = readOverviewQuery(address, { timeZone, now: by.now(), first: await firstDay(by) });
  const today = readOverviewQuery({ period: "today" }, { timeZone, now: by.now(), first: "2000-01-01" });
  await overviewOf(by, today);
  const { now } = await overviewOf(by, query);
  const payments = now.curves.find(({ name }) => name === "payments")?.total ?? 0;
  if (knownAtOnce(payments)) await topCustomers(by, { period: query.period, payments, most: 6 });
  await slicesOf(by, query.period);
  await toDoOf(by);
  await balanceOverview(by);
}
