// Exports payments of a database and says how fast, how much memory it took, and how long a payment takes to be read
// meanwhile; reads each file back; then asks a server on a copy of it, alone and beside exports that it writes:
// `node bench/export.ts --database FILE`.
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { environmentBySlug } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer } from "#lib/auth/viewer";
import { demoSlug } from "#lib/demo/credentials";
import { type ExportChoices, type ExportFormat, exportFormats } from "#lib/exports/choices";
import { datasets } from "#lib/exports/datasets/all";
import { writeInThread } from "#lib/exports/write-in-thread";
import { getPayment } from "#lib/payments/queries";
import { paymentList } from "#lib/payments/list/payment-list";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { measureBesideExports } from "./beside-exports.ts";
import { percentiles } from "./measure.ts";
import { readBack } from "./read-back.ts";
import { besideExportsTable } from "./report.ts";

const { values } = parseArgs({
  options: {
    database: { type: "string" },
    environment: { type: "string", default: demoSlug },
    port: { type: "string", default: "4614" },
  },
});
if (!existsSync(".next/BUILD_ID")) throw new Error("Build the app first: npm run build");
if (!values.database) throw new Error("Name a database: --database FILE");
process.env["DATABASE_URL"] = `file:${values.database}`;
const environment = await environmentBySlug(values.environment);
if (!environment) throw new Error(`There is no environment ${values.environment}`);
const database = values.database;
const viewer = systemViewer(environment, "operator", new Set(allPermissions));
const { query } = readQuery(paymentList, {}, readingOf(viewer));
const { rows: newest } = await paymentList.page(viewer, query, { direction: "older", from: null, size: 100 });
const timeZone = "Europe/Paris";
await readPayments(Promise.resolve());
console.log(`A payment is read in ${milliseconds(await readPayments(pause(3000)))}`);

const folder = mkdtempSync(join(tmpdir(), "comptoir-export-"));
const columns = Object.entries(datasets.payments.columns);
const usual = columns.filter(([, { usual: isUsual }]) => isUsual).map(([heading]) => heading);
const all = columns.map(([heading]) => heading);
for (const format of exportFormats) {
  await measure(format, "usual columns", usual);
  await measure(format, "all columns", all);
}
rmSync(folder, { recursive: true });
const served = { port: Number(values.port), choices: choicesOf("xlsx", all) };
console.log(`\n${besideExportsTable(await measureBesideExports(database, served))}`);
process.exit(0);

function choicesOf(format: ExportFormat, headings: string[]): ExportChoices {
  const everything = { address: {}, readIn: timeZone, from: null, until: null };
  return { dataset: "payments", format, columns: headings, metadata: [], timeZone, ...everything };
}

async function measure(format: ExportFormat, name: string, headings: string[]): Promise<void> {
  if (!environment) return;
  const path = join(folder, `payments.${format}`);
  const before = process.memoryUsage.rss();
  const shares = [0.25, 0.5];
  const grown: string[] = [];
  let [most, longest, last] = [before, 0, performance.now()];
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
    const { rows, total } = writing.progress;
    if (total !== null && rows >= total * (shares[grown.length] ?? 2)) grown.push(megabytes(most - before));
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  const begun = performance.now();
  const worked = process.cpuUsage();
  const writing = writeInThread({
    environment,
    permissions: [...allPermissions],
    discreet: false,
    locale: "en",
    now: Date.now(),
    path,
    choices: choicesOf(format, headings),
  });
  const times = await readPayments(writing.done);
  clearInterval(watch);
  grown.push(megabytes(most - before));
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(worked);
  console.log(
    `${format}, ${name} (${headings.length}): ${writing.progress.rows} rows in ${seconds.toFixed(1)} s, ` +
      `${Math.round(writing.progress.rows / seconds)} rows/s, ${Math.round((writing.progress.rows * 1e6) / (user + system))} in a second of one core, file ${megabytes(statSync(path).size)} MB, ` +
      `most memory +${grown.join(", +")} MB after 1/4, 1/2 and all of it, main thread stood still ${Math.round(longest)} ms at most, a payment was read in ${milliseconds(times)}`,
  );
  const back = await readBack({ path, format, headings, timeZone }, database, environment.id);
  console.log(`  read back: ${back} rows as they are stored`);
}

/** Reads payments again and again, a hundred a second, until something is done: milliseconds of each. */
async function readPayments(done: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const over = new AbortController();
  const ending = done.finally(() => over.abort());
  while (!over.signal.aborted) {
    const begun = performance.now();
    await getPayment(viewer, newest[times.length % newest.length]?.id ?? "");
    times.push(performance.now() - begun);
    await pause(10);
  }
  await ending;
  return times;
}

function milliseconds(times: number[]): string {
  const { p50, p95 } = percentiles(times);
  return `${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms (${times.length} times)`;
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1e6));
}
