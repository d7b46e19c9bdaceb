import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

const files = globSync("drizzle/{sqlite,postgres}/*.sql").sort();
const problems = [...files.flatMap(unexplainedDrops), ...landedButChanged()];

for (const problem of problems) console.error(problem);
console.log(`${files.length} migrations, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** drizzle-kit run with the wrong dialect drops everything: a drop says why in the line before it. */
function unexplainedDrops(file: string): string[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, index) => {
    if (!/\bDROP\s+(TABLE|COLUMN)\b/i.test(line) || /^\s*--/.test(line)) return [];
    if (/^\s*-- allowed: \S/.test(lines[index - 1] ?? "")) return [];
    return [`${file}:${index + 1}: "${line.trim()}" needs a line "-- allowed: reason" before it`];
  });
}

/** A migration that landed, on the shared branch or in a release, has run on people's data: it is never edited. */
function landedButChanged(): string[] {
  const release = git("describe", "--tags", "--abbrev=0", "--match", "v*");
  const shared = git("merge-base", "HEAD", "origin/main");
  const landed = [release, shared].filter((base) => base !== undefined);
  const changed = landed.flatMap((base) =>
    (git("diff", "--name-only", "--diff-filter=MDR", base, "--", "drizzle/*/*.sql") ?? "")
      .split("\n")
      .filter(Boolean),
  );
  return [...new Set(changed)].map((file) => `${file}: has landed and may not change; write a new migration`);
}

function git(...args: string[]): string | undefined {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}
