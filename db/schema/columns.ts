import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { dialect } from "../dialect.ts";

/*
 * One schema, two dialects. Everything is typed as SQLite's; with Postgres the same calls build Postgres
 * columns. The casts below are the only place where the two meet.
 */
const postgres = dialect === "postgres";

export type EnvironmentId = number;

const liteText = () => lite.text();
export const text = (postgres ? () => pg.text() : liteText) as typeof liteText;

/** A text column whose values are a closed set. */
export const choice = <T extends string>() => text().$type<T>();

const liteInteger = () => lite.integer({ mode: "number" });
export const integer = (postgres ? () => pg.bigint({ mode: "number" }) : liteInteger) as typeof liteInteger;

/** Minor units of the currency beside it. */
export const money = integer;

/** Milliseconds since 1970, UTC. */
export const timestamp = integer;

const liteBool = () => lite.integer({ mode: "boolean" });
export const bool = (postgres ? () => pg.boolean() : liteBool) as typeof liteBool;

const liteJson = () => lite.text({ mode: "json" });
const jsonColumn = (postgres ? () => pg.json() : liteJson) as typeof liteJson;
export const json = <T>() => jsonColumn().$type<T>();

/** The tenant: the first column of every business table's primary key, indexes and foreign keys. */
export const environmentId = () => integer().$type<EnvironmentId>().notNull();
export const id = () => text().notNull();

export const table = (postgres ? pg.pgTable : lite.sqliteTable) as typeof lite.sqliteTable;
export const primaryKey = (postgres ? pg.primaryKey : lite.primaryKey) as typeof lite.primaryKey;
export const foreignKey = (postgres ? pg.foreignKey : lite.foreignKey) as typeof lite.foreignKey;
export const index = (postgres ? pg.index : lite.index) as typeof lite.index;
export const uniqueIndex = (postgres ? pg.uniqueIndex : lite.uniqueIndex) as typeof lite.uniqueIndex;
const liteAutoIncrementId = () => lite.integer({ mode: "number" }).primaryKey({ autoIncrement: true });
export const autoIncrementId = (
  postgres
    ? () => pg.bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity()
    : liteAutoIncrementId
) as typeof liteAutoIncrementId;
