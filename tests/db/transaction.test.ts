import { beforeAll, describe, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { encodedRows, find, insert, update } from "#db/rows";
import { mails } from "#db/schema/index";
import { globalReader, reader, transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { aWorld } from "#tests/support/world";

let viewer: Viewer;
let stranger: Viewer;
beforeAll(async () => {
  viewer = (await aWorld()).viewer;
  stranger = (await aWorld()).viewer;
});

function aMail(tx: Tx, subject: string) {
  const empty = { kind: "test", to: "a@example.com", text: "", html: "", attempts: 0 };
  return insert(tx, mails, {
    id: newId("mail", tx.now),
    createdAt: tx.now,
    state: "queued",
    subject,
    ...empty,
  });
}

const seen = async (id: string, as = viewer) => find(await reader(as), mails, id);

describe("a transaction", () => {
  test("that throws changes nothing, and the others of its group stay", async () => {
    const ids: string[] = [];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, i) =>
        transaction(viewer, async (tx) => {
          ids[i] = (await aMail(tx, `mail ${i}`)).id;
          if (i % 4 === 0) throw new Error("changed my mind");
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(10);
    const kept = await Promise.all(ids.map((id) => seen(id)));
    expect(kept.map((mail) => mail !== undefined)).toEqual(ids.map((_, i) => i % 4 !== 0));
  });

  test("inside another is a savepoint of it: it fails alone, and both are durable together", async () => {
    const { outer, inner } = await transaction(viewer, async (tx) => {
      const kept = await aMail(tx, "outer");
      let lost = "";
      const nested = transaction(viewer, async (again) => {
        lost = (await aMail(again, "inner")).id;
        throw new Error("only me");
      });
      await expect(nested).rejects.toThrow("only me");
      return { outer: kept.id, inner: lost };
    });
    expect(await seen(outer)).toMatchObject({ subject: "outer" });
    expect(await seen(inner)).toBeUndefined();
  });

  test("of another environment cannot be opened inside", async () => {
    const mixed = transaction(viewer, () => transaction(stranger, async (tx) => aMail(tx, "mixed")));
    await expect(mixed).rejects.toThrow(/another/);
  });

  test("cannot be used after its end", async () => {
    let escaped: Tx | undefined;
    await transaction(viewer, async (tx) => void (escaped = tx));
    expect(() => escaped?.db).toThrow(/after its end/);
  });

  test("reads its own changes, which nobody outside sees before it is durable", async () => {
    const outside = await globalReader();
    const effects: string[] = [];
    const id = await transaction(viewer, async (tx) => {
      const mail = await aMail(tx, "secret");
      await update(tx, mails, mail.id, { subject: "changed" });
      tx.afterCommit(() => effects.push("told"));
      expect(await seen(mail.id)).toMatchObject({ subject: "changed" });
      // The embedded Postgres has one connection, which this transaction holds: nobody else can look.
      if (dialect === "sqlite") {
        const rows = await outside.db.select().from(mails);
        expect(rows.some((row) => row.id === mail.id)).toBe(false);
      }
      expect(effects).toEqual([]);
      return mail.id;
    });
    expect(effects).toEqual(["told"]);
    expect(await seen(id)).toMatchObject({ subject: "changed" });
  });

  test("that fails does not do what was to follow it", async () => {
    const effects: string[] = [];
    const failing = transaction(viewer, async (tx) => {
      tx.afterCommit(() => effects.push("told"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(effects).toEqual([]);
  });
});

test("rows written plainly, many at once, are read as those written by name, and go with their transaction", async () => {
  const named = await transaction(viewer, (tx) => aMail(tx, "by name"));
  const copies = [1, 2, 3].map((number) => ({ ...named, id: `${named.id}${number}`, attempts: number }));
  const plain = encodedRows(mails, copies);
  await transaction(viewer, (tx) => tx.insertPlain(mails, plain));
  expect(await Promise.all(copies.map(({ id }) => seen(id)))).toEqual(copies);
  const failed = transaction(viewer, async (tx) => {
    await tx.insertPlain(mails, encodedRows(mails, [{ ...named, id: `${named.id}4` }]));
    await tx.insertPlain(mails, plain);
  });
  await expect(failed).rejects.toThrow();
  expect(await seen(`${named.id}4`)).toBeUndefined();
});

describe("a row", () => {
  test("of another tenant is neither found nor changed", async () => {
    const { id } = await transaction(viewer, (tx) => aMail(tx, "mine"));
    expect(await seen(id, stranger)).toBeUndefined();
    await transaction(stranger, (tx) => update(tx, mails, id, { subject: "theirs" }));
    expect(await seen(id)).toMatchObject({ subject: "mine" });
  });
});
