import { AsyncLocalStorage } from "node:async_hooks";
import { database } from "./database.ts";
import type { Conceal } from "./engine/concealing.ts";
import type { Connection, Db, Prepared } from "./engine/engine.ts";
import type { EnvironmentId } from "./schema/columns.ts";
import { shared } from "./shared.ts";

/** Whoever asks the database: which tenant, and what time it is there (milliseconds). */
export interface Scope {
  readonly environmentId: EnvironmentId;
  now(): number;
  /** What it reads in the place of what it may not see; outside transactions, whose results nobody is shown. */
  readonly conceal?: Conceal | undefined;
}

/** Something to read from: a transaction, or a read connection bound to a tenant. */
export interface Handle {
  readonly environmentId: EnvironmentId;
  readonly db: Db;
  prepared<Row>(key: string, build: (db: Db) => Prepared<Row>): Prepared<Row>;
}

/** An open transaction. `now` stands still for its length. */
export interface Tx<V extends Scope = Scope> extends Handle {
  readonly viewer: V;
  readonly now: number;
  /** Many rows of this tenant's into one table, as values in the order of its columns. */
  insertPlain: Connection["insertPlain"];
  /** Runs once this transaction is durable; not at all if it is not. */
  afterCommit(effect: () => void): void;
}

interface Active {
  connection: Connection;
  environmentId: EnvironmentId | null;
  effects: (() => void)[];
  ended: boolean;
}

const ambient = shared("transaction", () => new AsyncLocalStorage<Active>());

/**
 * Runs `body` in one transaction of the viewer's environment and resolves when it is durable. Inside another
 * it becomes a savepoint of it. `body` awaits nothing but the database, and may be run again.
 */
export function transaction<V extends Scope, T>(viewer: V, body: (tx: Tx<V>) => Promise<T>): Promise<T> {
  return begin(viewer.environmentId, (active) => body(handleOf(viewer, active)));
}

/** A transaction on global tables (people, sessions, keys, jobs), outside any environment. */
export function globalTransaction<T>(body: (db: Db) => Promise<T>): Promise<T> {
  return begin(null, (active) => body(active.connection.db));
}

/** The environment that a transaction is open in; null where none is, or one on global tables. */
export function openEnvironment(): EnvironmentId | null {
  const active = ambient.getStore();
  return active && !active.ended ? active.environmentId : null;
}

/** Reads one moment of the whole database, of every environment: for checks of what belongs together. */
export async function snapshot<T>(body: (db: Db) => Promise<T>): Promise<T> {
  const engine = await database();
  return engine.snapshot((connection) => {
    const active = { connection, environmentId: null, effects: [], ended: false };
    return run(active, () => body(connection.db));
  });
}

/** Where a query of this viewer reads: the open transaction if there is one, else a read connection. */
export async function reader(scope: Scope): Promise<Handle> {
  const connection = await current(scope);
  return { environmentId: scope.environmentId, db: connection.db, prepared: prepareOn(connection) };
}

/** Like `reader`, for many rows: `read` runs a select that was prepared on `db`. */
export async function bulkReader(scope: Scope): Promise<Pick<Handle, "db"> & { read: Connection["plain"] }> {
  const { db, plain } = await current(scope);
  return { db, read: plain };
}

/** Like `reader`, for global tables. */
export async function globalReader(): Promise<Pick<Handle, "db" | "prepared">> {
  const connection = await current();
  return { db: connection.db, prepared: prepareOn(connection) };
}

async function current(scope?: Scope): Promise<Connection> {
  const active = ambient.getStore();
  if (active && !active.ended) return active.connection;
  const engine = await database();
  return scope?.conceal ? engine.concealed(scope.conceal, scope.environmentId) : engine.reader;
}

async function begin<T>(
  environmentId: EnvironmentId | null,
  body: (active: Active) => Promise<T>,
): Promise<T> {
  const outer = ambient.getStore();
  if (outer && !outer.ended) return nest(outer, environmentId, body);
  let effects: (() => void)[] = [];
  const result = await (
    await database()
  ).write((connection) => {
    effects = [];
    return run({ connection, environmentId, effects, ended: false }, body);
  });
  for (const effect of effects) effect();
  return result;
}

function nest<T>(outer: Active, environmentId: EnvironmentId | null, body: (active: Active) => Promise<T>) {
  if (environmentId !== null && outer.environmentId !== null && environmentId !== outer.environmentId) {
    throw new Error("A transaction of one environment was opened inside another's");
  }
  const tenant = environmentId ?? outer.environmentId;
  return outer.connection.savepoint(async (connection) => {
    const effects: (() => void)[] = [];
    const result = await run({ connection, environmentId: tenant, effects, ended: false }, body);
    outer.effects.push(...effects);
    return result;
  });
}

async function run<T>(active: Active, body: (active: Active) => Promise<T>): Promise<T> {
  try {
    return await ambient.run(active, () => body(active));
  } finally {
    active.ended = true;
  }
}

function handleOf<V extends Scope>(viewer: V, active: Active): Tx<V> {
  const alive = () => {
    if (active.ended) throw new Error("A transaction was used after its end");
    return active.connection;
  };
  return {
    viewer,
    environmentId: viewer.environmentId,
    now: viewer.now(),
    get db() {
      return alive().db;
    },
    prepared: (key, build) => alive().prepared(key, build),
    insertPlain: (table, rows) => alive().insertPlain(table, rows),
    afterCommit: (effect) => void active.effects.push(effect),
  };
}

function prepareOn(connection: Connection): Handle["prepared"] {
  return (key, build) => connection.prepared(key, build);
}
