import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { idempotencyKeys } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { type DomainError, forbidden, invalid, notFound } from "#lib/errors";
import type { KeyedRequest } from "#lib/idempotency/answer";
import { answerInTransaction, answerOnce } from "#lib/idempotency/answer-once";
import { fingerprintOf } from "#lib/idempotency/fingerprint";
import { randomText } from "#lib/ids";
import { claimed } from "#lib/operations/claimed";
import { finish, resumeOperation } from "#lib/operations/finish";
import { operationKind } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { aWorld, type World } from "#tests/support/world";

let world: World;
/** What the processor of these tests does when it is asked, and how often it was. */
let ask: () => Promise<"yes" | "no">;
let asked = 0;

const kind = operationKind<"yes" | "no", { id: string }>({
  name: "test.answer-once",
  ask: () => {
    asked++;
    return ask();
  },
  settle: async (_tx, operation, answer) =>
    answer === "yes"
      ? { result: { id: operation.id } }
      : { refusal: invalid("The bank said no.", { code: "no" }) },
  recall: async (_tx, operation) => ({ id: operation.id }),
});

beforeAll(async () => {
  world = await aWorld();
});

beforeEach(() => {
  asked = 0;
  ask = async () => "yes";
});

async function operate(viewer: Viewer): Promise<{ id: string }> {
  const operation = await transaction(viewer, (tx) => startOperation(tx, kind, "subject", {}));
  return finish(viewer, operation, kind);
}

/** Each call of it is another person's click on the same form. */
function click(key: string, command: (viewer: Viewer) => Promise<unknown>, fields = "amount=100") {
  const viewer = { ...world.viewer, request: aRequest() };
  return answerOnce(viewer, formRequest(key, fields), command);
}

function formRequest(key: string, fields: string): KeyedRequest {
  return {
    door: "form",
    key,
    fingerprint: fingerprintOf("refund", fields),
    async toAnswer(_viewer, outcome) {
      return "result" in outcome
        ? { status: 200, body: outcome.result }
        : { status: outcome.error.facts.status, body: { message: outcome.error.message } };
    },
  };
}

function aRequest() {
  return { id: `req_${randomText(10)}`, idempotencyKey: null, address: null, userAgent: null };
}

async function expireLease(key: string): Promise<void> {
  await transaction(world.viewer, (tx) =>
    tx.db.update(idempotencyKeys).set({ leaseUntil: 0 }).where(eq(idempotencyKeys.key, key)),
  );
}

describe("a command that asks a processor", () => {
  test("is carried out once, however often the form is sent", async () => {
    const first = await click("double", operate);
    const second = await click("double", operate);
    expect(first).toMatchObject({ replayed: false, answer: { status: 200 } });
    expect(second).toMatchObject({ replayed: true, answer: { body: first.answer.body } });
    expect(asked).toBe(1);
  });

  test("that is refused stays refused", async () => {
    ask = async () => "no";
    const first = await click("refused", operate);
    ask = async () => "yes";
    const second = await click("refused", operate);
    expect(first.answer).toMatchObject({ status: 400, body: { message: "The bank said no." } });
    expect(second).toMatchObject({ replayed: true, answer: { body: first.answer.body } });
    expect(asked).toBe(1);
  });

  test("at work twice at once is refused to the second, and carried out once", async () => {
    let go = () => {};
    ask = () => new Promise((resolve) => (go = () => resolve("yes")));
    const first = click("twice", operate);
    while (asked === 0) await new Promise((resolve) => setImmediate(resolve));
    await expect(click("twice", operate)).rejects.toMatchObject({
      facts: { status: 409, code: "idempotency_key_in_use" },
    });
    go();
    expect((await first).answer.status).toBe(200);
    expect(asked).toBe(1);
  });

  test("that crashed while the processor was asked is finished by the next caller, after the lease", async () => {
    ask = () => Promise.reject(new Error("the process died here"));
    await expect(click("crashed", operate)).rejects.toThrow("the process died here");
    ask = async () => "yes";
    await expect(click("crashed", operate)).rejects.toMatchObject({
      facts: { code: "idempotency_key_in_use" },
    });
    await expireLease("crashed");
    const told = await click("crashed", operate);
    expect(told).toMatchObject({ replayed: true, answer: { status: 200, body: { id: expect.any(String) } } });
    expect(await click("crashed", operate)).toEqual(told);
  });

  test("that the recovery job has finished meanwhile tells the next caller how it ended", async () => {
    let operationId = "";
    ask = () => Promise.reject(new Error("the process died here"));
    const dying = click("recovered", async (viewer) => {
      const operation = await transaction(viewer, (tx) => startOperation(tx, kind, "subject", {}));
      operationId = operation.id;
      return finish(viewer, operation, kind);
    });
    await expect(dying).rejects.toThrow();
    ask = async () => "yes";
    await resumeOperation(world.viewer, operationId);
    await expireLease("recovered");
    expect((await click("recovered", operate)).answer).toMatchObject({
      status: 200,
      body: { id: operationId },
    });
  });

  test("whose processor is out of reach keeps the key for the operation, not for the error", async () => {
    const unreachable = invalid("The bank cannot be reached.", { code: "unreachable" });
    ask = () => Promise.reject(unreachable);
    await expect(click("unreachable", operate)).rejects.toBe(unreachable);
    ask = async () => "yes";
    await expireLease("unreachable");
    expect((await click("unreachable", operate)).answer.status).toBe(200);
  });
});

describe("an error before anything was begun", () => {
  const throwing = (error: DomainError) => () => Promise.reject(error);

  test.each([
    ["names a field", invalid("Too much.", { param: "amount" })],
    ["names an object", notFound("charge", "ch_x")],
    ["is about permissions", forbidden("refunds:write")],
  ])("that %s leaves the key free", async (name, error) => {
    await expect(click(name, throwing(error))).rejects.toBe(error);
    expect((await click(name, operate)).answer.status).toBe(200);
  });

  test("that is about the state of things is remembered", async () => {
    const error = invalid("It is refunded already.", { code: "charge_already_refunded" });
    const first = await click("state", throwing(error));
    expect(first.answer).toMatchObject({ status: 400, body: { message: "It is refunded already." } });
    expect(await click("state", operate)).toMatchObject({ replayed: true, answer: first.answer });
  });
});

test("a form's key means one thing", async () => {
  await click("other fields", operate, "amount=100");
  await expect(click("other fields", operate, "amount=200")).rejects.toMatchObject({
    facts: { status: 400, type: "idempotency_error" },
  });
});

test("a command that turns out to ask nobody stores its result with its change", async () => {
  const change = (viewer: Viewer) =>
    transaction(viewer, (tx) => claimed(tx, async () => ({ id: "changed" })));
  const first = await click("claimed", change);
  expect(first.answer.body).toEqual({ id: "changed" });
  expect(await click("claimed", () => Promise.reject(new Error("must not run")))).toMatchObject({
    replayed: true,
  });
});

describe("a command of one transaction", () => {
  const inTransaction = (key: string, command: (viewer: Viewer) => Promise<unknown>) =>
    answerInTransaction({ ...world.viewer, request: aRequest() }, formRequest(key, ""), command);

  test("that fails unexpectedly leaves nothing behind", async () => {
    await expect(inTransaction("broken", () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
    expect((await inTransaction("broken", async () => "fixed")).answer.body).toBe("fixed");
  });

  test("keeps its refusal, but none of its changes", async () => {
    const first = await inTransaction("undone", async (viewer) => {
      await transaction(viewer, (tx) => startOperation(tx, kind, "undone", {}));
      throw invalid("Not now.", { code: "not_now" });
    });
    expect(first.answer.status).toBe(400);
    const left = await transaction(world.viewer, (tx) => tx.db.select().from(idempotencyKeys));
    expect(left.find(({ key }) => key === "undone")).toMatchObject({ state: "finished", operationId: null });
    expect(await inTransaction("undone", async () => "again")).toMatchObject({
      replayed: true,
      answer: first.answer,
    });
  });

  test("runs once for twelve at once", async () => {
    let runs = 0;
    const all = await Promise.all(
      Array.from({ length: 12 }, () => inTransaction("many", async () => ++runs)),
    );
    expect(new Set(all.map(({ answer }) => answer.body)).size).toBe(1);
    expect(runs).toBe(1);
  });
});
