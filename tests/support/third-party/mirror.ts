import { expect } from "vitest";
import { apiVersion } from "#lib/api-version";
import type { ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";
import type { Mirror } from "#tests/support/third-party/programs";

type Row = Record<string, unknown>;

interface Compared {
  /** Where the objects of each table are listed. */
  tables: Readonly<Record<string, string>>;
  version?: string;
  /** Columns of a table that are not compared. */
  except?: Readonly<Record<string, readonly string[]>>;
}

/** The one change to the program: where its own client calls, for which it has no setting. */
export function pointAt({ port }: ApiWorld, { stripe }: Mirror): void {
  const client: Row = Object(stripe);
  for (const [name, value] of Object.entries({ host: "127.0.0.1", port, protocol: "http" }))
    Object(client["_api"])[name] = value;
}

/** Each table has a row for each object, and in it what that version of the API says of it. */
export async function expectMirrored(world: ApiWorld, mirror: Mirror, compared: Compared): Promise<void> {
  const { tables, version = apiVersion, except = {} } = compared;
  for (const [table, path] of Object.entries(tables)) {
    const { rows } = await mirror.postgresClient.query(`select * from stripe.${table} order by id`);
    const objects = (await listed(world, path, version)).toSorted(byId);
    const kept = rows.filter(({ deleted }) => deleted !== true);
    expect(kept.length, table).toBeGreaterThan(0);
    expect(
      kept.map(({ id }) => id),
      table,
    ).toEqual(objects.map(({ id }) => id));
    for (const [index, object] of objects.entries()) {
      const columns = Object.keys(kept[index] ?? {}).filter(
        (column) => !isItsOwn(column) && !except[table]?.includes(column),
      );
      const of = (row: Row = {}) => Object.fromEntries(columns.map((column) => [column, plain(row[column])]));
      expect(of(kept[index]), `${table} ${String(object.id)}`).toEqual(of(object));
    }
  }
}

/** What the program notes for itself. */
function isItsOwn(column: string): boolean {
  return column.startsWith("_") || ["updated_at", "last_synced_at", "deleted"].includes(column);
}

/** Whole numbers, and hashes in columns of text, come out of a database as text; what is not there, as null. */
function plain(value: unknown): unknown {
  if (typeof value !== "string") return value ?? null;
  try {
    const read: unknown = JSON.parse(value);
    return read === value ? value : plain(read);
  } catch {
    return value;
  }
}

function byId(a: Row, b: Row): number {
  return String(a.id) < String(b.id) ? -1 : 1;
}

async function listed({ port, url, key }: ApiWorld, path: string, version: string): Promise<Row[]> {
  const all: Row[] = [];
  for (let more = true; more;) {
    const after = all.length === 0 ? "" : `&starting_after=${String(all.at(-1)?.id)}`;
    const { body } = await rawRequest(
      { port, url },
      {
        path: `/v1/${path}${path.includes("?") ? "&" : "?"}limit=100${after}`,
        headers: { Authorization: `Bearer ${key}`, "Stripe-Version": version },
      },
    );
    all.push(...(body.data as Row[]));
    more = body.has_more === true;
  }
  return all;
}
