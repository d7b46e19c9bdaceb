// Prints what Comptoir does on this machine, in one run: `npm run bench`, or `npm run bench -- --api` for a part.
import { existsSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { measureRequest, type Request } from "./api.ts";
import { measureCosts } from "./costs.ts";
import { copyOf, largeDatabase, smallDatabase } from "./databases.ts";
import { measureTransactions, type PageTimes } from "./page.ts";
import { apiTable, costTable, pageTable, webhookLine, weightLine } from "./report.ts";
import { start, type Subject } from "./subject.ts";
import { measureWebhooks } from "./webhooks.ts";
import { weigh } from "./weight.ts";

const { values } = parseArgs({
  options: {
    api: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
    costs: { type: "boolean", default: false },
    webhooks: { type: "boolean", default: false },
    payments: { type: "string", default: "1000000" },
    port: { type: "string", default: "4610" },
  },
});
const everything = !values.api && !values.page && !values.costs && !values.webhooks;
const port = Number(values.port);

if (!existsSync(".next/BUILD_ID")) throw new Error("Build the app first: npm run build");
console.log(
  `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
);
const small = await smallDatabase();
if (values.api || everything) await benchApi();
if (values.page || everything) await benchPage();
if (values.costs || everything) console.log(costTable(await measureCosts(small, port)));
if (values.webhooks || everything) await benchWebhooks();

async function benchApi(): Promise<void> {
  const ours = await copyOf(small);
  const theirs = await copyOf(small);
  const comptoir = await start("./comptoir.ts", port, ours.file);
  const floor = await start("./floor.ts", port + 1, theirs.file);
  try {
    console.log(apiTable(await compare(comptoir, floor)));
    const { resident } = await comptoir.usage();
    console.log(`Resident memory after that: ${Math.round(resident / 1e6)} MB\n`);
  } finally {
    await comptoir.stop();
    await floor.stop();
    ours.discard();
    theirs.discard();
  }
}

async function compare(comptoir: Subject, floor: Subject) {
  const rows = [];
  for (const request of ["read", "list", "create then confirm"] satisfies Request[]) {
    for (const connections of request === "create then confirm" ? [1, 10, 16, 50] : [1, 10, 50]) {
      process.stderr.write(`  ${request}, ${connections} connections …\n`);
      const least = await measureRequest(floor, request, connections);
      rows.push({ request, connections, least, ours: await measureRequest(comptoir, request, connections) });
    }
  }
  return rows;
}

async function benchWebhooks(): Promise<void> {
  const ours = await copyOf(small);
  const comptoir = await start("./comptoir.ts", port, ours.file);
  try {
    console.log(webhookLine(await measureWebhooks(comptoir)));
  } finally {
    await comptoir.stop();
    ours.discard();
  }
}

async function benchPage(): Promise<void> {
  const fewer = await pageOver(small);
  const more = await pageOver(await largeDatabase(Number(values.payments)));
  console.log(pageTable(20_000, fewer, Number(values.payments), more));
  console.log(weightLine(weigh(fewer.html)));
}

async function pageOver(file: string): Promise<PageTimes & { resident: number }> {
  const comptoir = await start("./comptoir.ts", port, file);
  try {
    const times = await measureTransactions(comptoir);
    return { ...times, resident: (await comptoir.usage()).resident };
  } finally {
    await comptoir.stop();
  }
}
