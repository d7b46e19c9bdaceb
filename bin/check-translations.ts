import { globSync, readFileSync } from "node:fs";
import { differences, looseSigns, readCatalogue, uncounted, unelided } from "./support/catalogues.ts";
import { messageUsage } from "./support/message-usage.ts";

const en = readCatalogue("lib/messages/en");
const fr = readCatalogue("lib/messages/fr");
const sources = globSync("{app,lib}/**/*.{ts,tsx}").map((file) => readFileSync(file, "utf8"));
const usages = sources.map(messageUsage);
const used = new Set(usages.flatMap(({ keys }) => keys));
const prefixes = usages.flatMap((usage) => usage.prefixes);

const isUsed = (key: string) => used.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
const problems = [
  ...differences(en, fr),
  ...looseSigns(fr),
  ...unelided(fr),
  ...uncounted(en),
  ...uncounted(fr),
  ...[...en.keys()].filter((key) => !isUsed(key)).map((key) => `${key}: used nowhere`),
];

for (const problem of problems.sort()) console.error(problem);
console.log(`${en.size} messages in two languages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
