import type { Handle } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import { invalid, isDomainError, notFound } from "#lib/errors";
import type { ImportKind, Outcome, RowValues } from "#lib/imports/kind";
import { plainHeading } from "#lib/imports/mapping";
import { type CellReader, cellReader } from "./cells.ts";
import { type Sheet, written } from "./sheet.ts";

/** What a row says, field by field: only what can be read of it. */
type Said = Record<string, unknown>;

/** How the rows of a sheet become objects that are one record each. */
export interface RecordImport<Row extends { id: string }, S extends Said> {
  name: string;
  sheet: Sheet<Row>;
  keys: readonly string[];
  /** What of a row is told of an object that is there already, and must be as it is: these never change. */
  fixed: readonly (keyof S & string)[];
  read(cells: CellReader, timeZone: string): S;
  byId(handle: Handle, id: string): Promise<Row | undefined>;
  /** Objects that a row without a known id may be about, newest first: two are enough to say that it is not clear. */
  alike(handle: Handle, said: S, key: string): Promise<Row[]>;
  create(tx: Tx, said: S, metadata: Record<string, string>): Promise<Row>;
  /** Changes what of `said` may change. */
  update(tx: Tx, row: Row, said: S, metadata: Record<string, string>): Promise<Row>;
  /** Which column it is that the core refuses under another name, and why in words of ours. */
  refusals?: Readonly<Record<string, { param: string; code: string }>>;
}

/** Records of the catalogue as a kind of import: what is there and said anew changes what may change. */
export function importOfRecords<Row extends { id: string }, S extends Said>(
  records: RecordImport<Row, S>,
): ImportKind {
  const { sheet, fixed, refusals = {} } = records;
  const fields = Object.keys(sheet.columns);
  const readIn = (values: RowValues["fields"], timeZone: string) => {
    const cells = cellReader(values);
    return { said: records.read(cells, timeZone), problems: cells.problems };
  };

  async function knownBy(handle: Handle, key: string, values: RowValues): Promise<string[]> {
    const { id } = values.fields;
    const row = id === undefined ? undefined : await records.byId(handle, id);
    if (row) return [row.id];
    const { said } = readIn(values.fields, "UTC");
    return (await records.alike(handle, said, key)).map((one) => one.id);
  }

  async function apply(
    tx: Tx,
    id: string | null,
    { fields: cells, metadata }: RowValues,
  ): Promise<{ id: string; outcome: Outcome }> {
    const { timeZone } = tx.viewer;
    const { said } = readIn(cells, timeZone);
    if (id === null) {
      const made = await besideColumn(records.create(tx, said, metadata), refusals);
      return { id: made.id, outcome: "created" };
    }
    const row = await records.byId(tx, id);
    if (!row) throw notFound(records.name, id);
    const { said: before } = readIn(written(sheet, row), timeZone);
    for (const field of fixed) if (differs(said, before, field)) throw cannotChange(field);
    const after = await besideColumn(records.update(tx, row, said, metadata), refusals);
    const tells = (one: Row) => [written(sheet, one), sheet.metadata(one)];
    return { id, outcome: isSame(tells(row), tells(after)) ? "unchanged" : "updated" };
  }

  return {
    name: records.name,
    permission: "products:write",
    fields,
    keys: records.keys,
    headings: Object.fromEntries(fields.map((field) => [plainHeading(field), field])),
    problems: ({ fields: cells }) => readIn(cells, "UTC").problems,
    find: knownBy,
    apply,
  };
}

function differs(said: Said, before: Said, field: string): boolean {
  return said[field] !== undefined && !isSame(anyCase(said[field]), anyCase(before[field]));
}

/** As people write codes and names. */
function anyCase(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function cannotChange(field: string) {
  return invalid(`What is there already has another ${field}, which never changes.`, {
    code: "field_fixed",
    param: field,
  });
}

/** What a row says of a field that a new object has to have. */
export function needed<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw invalid(`A new one needs a ${field}.`, { code: "required", param: field });
  return value;
}

/** The end of something new, which has to be ahead. */
export function notPast(at: number | undefined, field: string, now: number): number | undefined {
  if (at === undefined || at > now) return at;
  throw invalid("This is over already.", { code: "moment_past", param: field });
}

async function besideColumn<T>(
  run: Promise<T>,
  refusals: NonNullable<RecordImport<{ id: string }, Said>["refusals"]>,
): Promise<T> {
  try {
    return await run;
  } catch (error) {
    const known = isDomainError(error) ? refusals[error.facts.param ?? ""] : undefined;
    throw known && error instanceof Error ? invalid(error.message, known) : error;
  }
}
