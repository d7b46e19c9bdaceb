import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { expect, test, vi } from "vitest";
import { remembering } from "#db/engine/remembering";

const notes = sqliteTable("notes", { id: text().primaryKey() });

function aNotebook() {
  const handle = new Database(":memory:");
  handle.exec("CREATE TABLE notes (id text primary key); INSERT INTO notes VALUES ('a'), ('b')");
  return { handle, compile: vi.spyOn(handle, "prepare"), remembered: remembering(handle) };
}

test("a statement that is asked again is compiled once, and sees what was written meanwhile", () => {
  const { handle, compile, remembered } = aNotebook();
  const db = drizzle(remembered);
  const ask = () =>
    db
      .select()
      .from(notes)
      .where(sql`${notes.id} < ${"c"}`)
      .all();
  expect(ask()).toEqual([{ id: "a" }, { id: "b" }]);
  handle.exec("ALTER TABLE notes ADD COLUMN text; DELETE FROM notes WHERE id = 'b'");
  expect(ask()).toEqual([{ id: "a" }]);
  expect(compile).toHaveBeenCalledTimes(1);
});

test("who asks in the same words reads rows as rows, whoever read them as lists before", () => {
  const { remembered } = aNotebook();
  const text = "SELECT id FROM notes ORDER BY id LIMIT 1";
  expect(remembered.prepare(text).raw().all()).toEqual([["a"]]);
  expect(remembered.prepare(text).all()).toEqual([{ id: "a" }]);
});

test("what was not asked for longest is forgotten", () => {
  const { compile, remembered } = aNotebook();
  const ask = (number: number) => remembered.prepare(`SELECT ${number}`).all();
  for (let number = 0; number < 500; number++) ask(number);
  ask(0);
  ask(500);
  compile.mockClear();
  ask(0);
  expect(compile).not.toHaveBeenCalled();
  ask(1);
  expect(compile).toHaveBeenCalledOnce();
});
