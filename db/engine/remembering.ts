import type Database from "better-sqlite3";

/** More different statements than all pages together ask. */
const most = 500;

/** The same connection, which compiles a statement once for as long as it is asked again; the longest unasked goes first. */
export function remembering(handle: Database.Database): Database.Database {
  const compiled = new Map<string, Database.Statement>();
  const prepare = (text: string) => {
    const statement = compiled.get(text) ?? handle.prepare(text);
    compiled.delete(text);
    compiled.set(text, statement);
    const [oldest] = compiled.keys();
    if (compiled.size > most && oldest !== undefined) compiled.delete(oldest);
    // Whoever asked before may have had its rows as lists.
    return statement.reader ? statement.raw(false) : statement;
  };
  return new Proxy(handle, {
    get: (target, name) => {
      if (name === "prepare") return prepare;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
