import { parseArgs } from "node:util";
import { closeDatabase } from "#db/database";
import { environmentBySlug } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Viewer } from "#lib/auth/viewer";
import { demoSlug } from "#lib/demo/credentials";
import { listNamed } from "#lib/lists/all";
import { listTotals } from "#lib/lists/list-totals";
import { fromWords } from "#lib/lists/words";
import { closeThreads } from "#lib/work/threads";
import { largeDatabase } from "./databases.ts";

/* How long the first page of every combination of filters takes, and adding up all that some of them let pass. */
const parts: Record<string, string[]> = {
  status: ["", "status=succeeded", "status=failed", "status=blocked&status=expired", "status=dispute_won"],
  date: ["", "date=7_days", "date=last_month", "from=2025-12-01&to=2025-12-24"],
  amount: ["", "currency=eur&amount_from=100", "currency=jpy", "amount=29.90", "currency=kwd&amount_to=1"],
  method: ["", "brand=visa", "method=sepa_debit", "brand=unionpay", "last4=4242"],
  customer: ["", "customer=nobody@example.com"],
  sort: ["", "sort=oldest", "sort=largest", "sort=smallest"],
};
const totals = [
  "",
  "status=succeeded",
  "status=failed",
  "currency=eur&amount_from=100",
  "date=last_month",
  "brand=visa",
];
const page = { direction: "older", from: null, size: 25 } as const;

const { values } = parseArgs({
  options: { payments: { type: "string", default: "1000000" }, database: { type: "string" } },
});
const file = values.database ?? (await largeDatabase(Number(values.payments)));
process.env.DATABASE_URL = `file:${file}`;
const environment = await environmentBySlug(demoSlug);
if (!environment) throw new Error("The demo business is not there");
const viewer = systemViewer(environment, "operator", new Set(allPermissions));

await report("payments", combinations(Object.values(parts)));
await report(
  "refunds",
  combinations([["", "status=pending", "status=failed"], parts.date ?? [], parts.sort ?? []]),
);
await report(
  "disputes",
  combinations([["", "status=won", "status=lost"], parts.date ?? [], parts.sort ?? []]),
);
await report(
  "guests",
  combinations([["by=card", "by=email", "by=phone"], parts.date ?? [], parts.sort ?? []]),
);
for (const words of totals) await reportTotals(viewer, "payments", words);
for (const words of ["by=card", "by=email", "by=phone"]) await reportTotals(viewer, "guests", words);
await closeThreads();
await closeDatabase();

/** One of each, in every way. */
function combinations(choices: string[][]): string[] {
  return choices
    .reduce<string[][]>((all, one) => all.flatMap((words) => one.map((word) => [...words, word])), [[]])
    .map((words) => words.filter((word) => word !== "").join("&"));
}

async function report(name: string, asked: string[]): Promise<void> {
  const list = listNamed(name);
  const took: { words: string; waited: number; worked: number }[] = [];
  let stopped = 0;
  for (const words of asked) {
    const address = fromWords(words);
    await list.page(viewer, address, page);
    const begun = performance.now();
    const before = process.cpuUsage();
    const { continueFrom } = await list.page(viewer, address, page);
    took.push({ words, waited: performance.now() - begun, worked: processorTime(before) });
    if (continueFrom) stopped++;
  }
  const waited = shares(took.map((one) => one.waited));
  const worked = shares(took.map((one) => one.worked));
  const [slowest] = took.toSorted((a, b) => b.worked - a.worked);
  console.log(
    `${name}: first page of ${took.length} combinations, ms waited: ${waited}; of processor time: ${worked} (${slowest?.words}); ${stopped} end with "continue from"`,
  );
}

/** Milliseconds that the process worked since. */
function processorTime(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function shares(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)}`;
}

async function reportTotals(viewer: Viewer, list: string, words: string): Promise<void> {
  const ask = () => listTotals(viewer, { list, address: fromWords(words) });
  await ask();
  const begun = performance.now();
  const before = process.cpuUsage();
  const found = await ask();
  const count = found.reduce((sum, each) => sum + each.count, 0);
  const waited = (performance.now() - begun).toFixed(0);
  console.log(
    `totals of ${list} "${words}": ${waited} ms waited, ${processorTime(before).toFixed(0)} ms of processor time, ${count} of them`,
  );
}
