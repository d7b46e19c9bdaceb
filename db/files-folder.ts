import { databaseFile } from "./database.ts";

/** Where the contents of uploaded files lie: beside the database, and nowhere a web server looks. */
export function filesFolder(database = databaseFile()): string {
  return `${database.replace(/^pglite:\/\//, "")}.files`;
}
