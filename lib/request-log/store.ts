import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { databaseFile } from "#db/database";
import { shared } from "#db/shared";

const slot = shared<{ store?: Database.Database }>("request-log.store", () => ({}));

/** The request log's own file, beside the database: its writes never wait for a payment's, nor the reverse. */
export function store(): Database.Database {
  return (slot.store ??= open(requestLogFile()));
}

/** Closes the file; the next use opens it again. */
export function closeStore(): void {
  slot.store?.close();
  slot.store = undefined;
}

function requestLogFile(): string {
  const file = databaseFile();
  if (/^pglite:/.test(file)) return ":memory:";
  return file.replace(/(\.db|\.sqlite)?$/, "-requests.db");
}

function open(file: string): Database.Database {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file, { timeout: 5000 });
  database.pragma("journal_mode = WAL");
  // Losing the last moments of the log to a power cut is no loss of business.
  database.pragma("synchronous = NORMAL");
  // Each checkpoint waits for the disk, and whoever is served meanwhile with it: 32 MB of log between two.
  database.pragma("wal_autocheckpoint = 8000");
  database.exec(tables);
  return database;
}

const tables = `
  CREATE TABLE IF NOT EXISTS requests (
    environment_id INTEGER NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    status INTEGER NOT NULL,
    duration REAL NOT NULL,
    key_id TEXT NOT NULL,
    api_version TEXT NOT NULL,
    address TEXT,
    user_agent TEXT,
    idempotency_key TEXT,
    replay_of TEXT,
    error_type TEXT,
    error_code TEXT,
    params TEXT,
    response TEXT
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS requests_id ON requests (environment_id, id);
  CREATE INDEX IF NOT EXISTS requests_at ON requests (environment_id, at, id);
  CREATE INDEX IF NOT EXISTS requests_failed ON requests (environment_id, at, id) WHERE status >= 400;
  CREATE INDEX IF NOT EXISTS requests_changes ON requests (environment_id, at, id) WHERE method <> 'GET';
  CREATE INDEX IF NOT EXISTS requests_keyed ON requests (environment_id, idempotency_key, at, id)
    WHERE idempotency_key IS NOT NULL;
  CREATE TABLE IF NOT EXISTS request_objects (
    environment_id INTEGER NOT NULL,
    object_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    request_id TEXT NOT NULL,
    PRIMARY KEY (environment_id, object_id, at, request_id)
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX IF NOT EXISTS request_objects_at ON request_objects (environment_id, at);
`;
