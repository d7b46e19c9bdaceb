import type { Database } from "better-sqlite3";
import { newId } from "#lib/ids";

type Row = Record<string, unknown>;

export interface FloorStatements {
  environmentOf(keyHash: string): number;
  payment(environmentId: number, id: string): unknown;
  latest(environmentId: number): unknown;
  create(environmentId: number, body: string): unknown;
  confirm(environmentId: number, id: string): unknown;
}

/** What Comptoir asks the database for the same requests, over rows copied from the demo's. */
export function openStatements(reading: Database, writing: Database): FloorStatements {
  const key = reading.prepare(
    "SELECT * FROM api_keys JOIN environments ON environments.id = api_keys.environment_id JOIN accounts ON accounts.id = environments.account_id WHERE hash = ?",
  );
  const one = reading.prepare("SELECT * FROM payment_intents WHERE environment_id = ? AND id = ?");
  const page = reading.prepare(
    "SELECT * FROM payment_intents WHERE environment_id = ? ORDER BY created_at DESC, id DESC LIMIT 11",
  );
  const write = writeStatements(writing);
  return {
    environmentOf: (hash) => Number((key.get(hash) as Row | undefined)?.environment_id),
    payment: (environmentId, id) => one.get(environmentId, id),
    latest: (environmentId) => ({ object: "list", data: page.all(environmentId) }),
    create(environmentId, body) {
      const amount = Number(/amount=(\d+)/.exec(body)?.[1]);
      return write.create(environmentId, amount, newId("pi", Date.now()));
    },
    confirm(environmentId, id) {
      write.begin(environmentId, id);
      return write.settle(environmentId, id);
    },
  };
}

function writeStatements(db: Database) {
  const rows = rowsLike(db);
  const changes = changesOn(db);
  let operationId = "";

  return {
    create: immediate(db, (environmentId: number, amount: number, id: string) => {
      const row = rows.intent({
        environment_id: environmentId,
        id,
        amount,
        status: "requires_confirmation",
        latest_charge_id: null,
      });
      rows.event({ environment_id: environmentId, id: newId("evt", Date.now()) });
      return row;
    }),
    begin: immediate(db, (environmentId: number, id: string) => {
      operationId = newId("op", Date.now());
      changes.find.get(environmentId, id);
      rows.method({ environment_id: environmentId, id: newId("pm", Date.now()), customer_id: null });
      changes.operation.run(
        environmentId,
        operationId,
        Date.now(),
        "payment.attempt",
        id,
        "started",
        Date.now(),
        "{}",
      );
      changes.lock.run(operationId, environmentId, id);
    }),
    settle: immediate(db, (environmentId: number, id: string) => {
      const chargeId = newId("ch", Date.now());
      const common = { environment_id: environmentId };
      changes.find.get(environmentId, id);
      rows.charge({
        ...common,
        id: chargeId,
        payment_intent_id: id,
        receipt_token: chargeId,
        receipt_number: null,
      });
      rows.balance({ ...common, id: newId("txn", Date.now()), source_id: chargeId });
      for (const account of ["merchant.pending", "fees.processing"]) {
        rows.posting({ ...common, id: newId("post", Date.now()), source_id: chargeId });
        changes.move.run(environmentId, "network", -1);
        changes.move.run(environmentId, account, 1);
      }
      changes.paid.run(chargeId, environmentId, id);
      for (let i = 0; i < 2; i++) rows.event({ ...common, id: newId("evt", Date.now()) });
      changes.settled.run(environmentId, operationId);
      return changes.find.get(environmentId, id);
    }),
  };
}

function rowsLike(db: Database) {
  return {
    intent: copier(db, "payment_intents", "status = 'succeeded' AND method_type = 'card'"),
    method: copier(db, "payment_methods", "type = 'card'"),
    charge: copier(db, "charges", "status = 'succeeded'"),
    balance: copier(db, "balance_transactions", "type = 'charge'"),
    posting: copier(db, "postings", "1 = 1"),
    event: copier(db, "events", "type = 'payment_intent.succeeded'"),
  };
}

function changesOn(db: Database) {
  const mine = "WHERE environment_id = ? AND id = ?";
  return {
    find: db.prepare(`SELECT * FROM payment_intents ${mine}`),
    lock: db.prepare(`UPDATE payment_intents SET active_operation_id = ? ${mine}`),
    paid: db.prepare(
      `UPDATE payment_intents SET status = 'succeeded', payment_status = 'succeeded', active_operation_id = NULL,
       amount_received = amount, latest_charge_id = ? ${mine}`,
    ),
    operation: db.prepare(
      `INSERT INTO operations (environment_id, id, created_at, kind, subject_id, state, lease_until, request)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    settled: db.prepare(`UPDATE operations SET state = 'settled' ${mine}`),
    move: db.prepare(
      `INSERT INTO ledger_balances (environment_id, account, currency, balance) VALUES (?, ?, 'eur', ?)
       ON CONFLICT DO UPDATE SET balance = balance + excluded.balance`,
    ),
  };
}

function immediate<Args extends unknown[], Result>(
  db: Database,
  body: (...args: Args) => Result,
): (...args: Args) => Result {
  return db.transaction(body).immediate;
}

/** Inserts rows like one that is there, but for what is given. */
function copier(db: Database, table: string, like: string): (patch: Row) => Row {
  const template = db.prepare(`SELECT * FROM ${table} WHERE ${like} LIMIT 1`).get() as Row | undefined;
  if (!template) throw new Error(`The demo has no ${table} where ${like}`);
  const names = Object.keys(template);
  const insert = db.prepare(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
  );
  return (patch) => {
    const row = { ...template, created_at: Date.now(), ...patch };
    insert.run(row);
    return row;
  };
}
