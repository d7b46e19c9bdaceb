import { existsSync } from "node:fs";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { closeDatabase, databaseFile } from "#db/database";
import { dialectOf } from "#db/dialect";

type Options = NonNullable<ParseArgsConfig["options"]>;

interface Description<O extends Options> {
  name: string;
  about: string;
  /** What follows the name, as help shows it. */
  usage: string;
  options: O;
  /** Whether it works on data that must be there, or makes what is missing. */
  database: "existing" | "made";
}

type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** Runs an operator's command: reads its arguments, answers --help, and says what went wrong in a sentence. */
export async function command<O extends Options>(
  description: Description<O>,
  body: (values: Parsed<O>["values"], positionals: string[]) => Promise<void>,
): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === "--help" || argument === "-h")) {
    console.log(help(description));
    return;
  }
  try {
    const parsed = parse(description);
    if (description.database === "existing") assertDatabase();
    await body(parsed.values, parsed.positionals);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}

/** A whole number of at least one, or a sentence that names the option. */
export function count(text: string | undefined, option: string): number {
  if (text === undefined || !/^[1-9]\d*$/.test(text))
    throw new Error(`--${option} needs a whole number above zero`);
  return Number(text);
}

/** A moment in milliseconds from an ISO date or date-time, or a sentence that names the option. */
export function moment(text: string | undefined, option: string): number {
  const at = Date.parse(text ?? "");
  if (Number.isNaN(at))
    throw new Error(`--${option} needs a date such as 2026-03-01 or 2026-03-01T12:00:00Z`);
  return at;
}

function assertDatabase(): void {
  const url = process.env.DATABASE_URL ?? "";
  if (dialectOf(url) === "postgres" || existsSync(databaseFile())) return;
  throw new Error(`DATABASE_URL: there is no database at ${databaseFile()}; npm run up makes one`);
}

function parse<O extends Options>({ name, options }: Description<O>): Parsed<O> {
  try {
    return parseArgs<{ options: O; allowPositionals: true }>({ options, allowPositionals: true });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\nSee npm run ${name} -- --help`);
  }
}

function help({ name, about, usage }: { name: string; about: string; usage: string }): string {
  return `npm run ${name} -- ${usage}\n\n${about}\nThe database is the one DATABASE_URL names (default file:data/comptoir.db).`;
}
