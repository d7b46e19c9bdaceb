import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { describe, expect, test } from "vitest";
import type { Connection } from "#db/engine/engine";
import { openSqlite } from "#db/engine/sqlite";
import { createWriter } from "#db/engine/writer";

/** A connection whose COMMIT can be made to fail, as a full disk does. */
function aWriter(failCommit: (members: string[]) => boolean) {
  const durable: string[] = [];
  let written: string[] = [];
  const nothing = (): never => {
    throw new Error("This connection reaches no database");
  };
  const connection: Connection = {
    get db() {
      return nothing();
    },
    prepared: nothing,
    plain: nothing,
    insertPlain: nothing,
    savepoint: async (body) => body(connection),
  };
  const writer = createWriter(connection, (statement) => {
    if (statement === "BEGIN IMMEDIATE" || statement === "ROLLBACK") written = [];
    if (statement === "COMMIT") {
      if (failCommit(written)) throw new Error("database or disk is full");
      durable.push(...written);
    }
  });
  const write = (name: string) => writer.run(async () => void written.push(name));
  const writeAndFail = (name: string) =>
    writer.run(async () => {
      written.push(name);
      throw new Error(`${name} failed`);
    });
  return { write, writeAndFail, durable, writer };
}

describe("the writer", () => {
  test("answers nobody before the commit", async () => {
    const { write, durable } = aWriter(() => false);
    await write("a");
    expect(durable).toEqual(["a"]);
  });

  test("replays each member of a failed group alone, so that only the guilty one fails", async () => {
    const { write, durable } = aWriter((members) => members.includes("too big"));
    const outcomes = await Promise.allSettled(["a", "too big", "b"].map(write));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(durable).toEqual(["a", "b"]);
  });

  test("undoes the first where it fails, and goes on with who waits", async () => {
    const { write, writeAndFail, durable } = aWriter(() => false);
    const outcomes = await Promise.allSettled([writeAndFail("guilty"), write("a")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect(durable).toEqual(["a"]);
  });

  test("commits those who wait together in few groups", async () => {
    let commits = 0;
    const { write, durable } = aWriter(() => (commits++, false));
    const names = Array.from({ length: 64 }, (_, i) => `m${i}`);
    await Promise.all(names.map(write));
    expect(durable).toEqual(names);
    expect(commits).toBeLessThanOrEqual(8);
  });

  test("finishes what is queued before it is drained", async () => {
    const { write, durable, writer } = aWriter(() => false);
    const writing = ["a", "b", "c"].map(write);
    await writer.drain();
    await Promise.all(writing);
    expect(durable).toEqual(["a", "b", "c"]);
  });
});

/** A file that ends the transaction of who writes "guilty", as it does when the disk is full. */
function aFile() {
  const folder = mkdtempSync(join(tmpdir(), "comptoir-writer-"));
  const file = join(folder, "written.db");
  const handle = new Database(file);
  handle.exec(`CREATE TABLE written (name TEXT);
    CREATE TRIGGER full BEFORE INSERT ON written WHEN new.name = 'guilty'
    BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END`);
  const close = () => {
    handle.close();
    rmSync(folder, { recursive: true });
  };
  return { file, names: () => handle.prepare("SELECT name FROM written").pluck().all(), close };
}

test("what SQLite ends in the midst of a group is written once by each of the others", async () => {
  const written = sqliteTable("written", { name: text() });
  const { file, names, close } = aFile();
  const engine = openSqlite(file);
  const outcomes = await Promise.allSettled(
    ["a", "guilty", "b", "c"].map((name) => engine.write(({ db }) => db.insert(written).values({ name }))),
  );
  await engine.close();
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(names()).toEqual(["a", "b", "c"]);
  close();
});
