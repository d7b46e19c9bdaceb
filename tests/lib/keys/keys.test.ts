import { beforeAll, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { auditLines } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { createKey, storeKey } from "#lib/keys/create-key";
import { findKey } from "#lib/keys/find-key";
import { hashOfKey, maskedKey, newKeyText, shownKey } from "#lib/keys/key-text";
import { writeUses } from "#lib/keys/last-use";
import { getKey, listKeys } from "#lib/keys/queries";
import { revokeKey } from "#lib/keys/revoke-key";
import { aClient, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;

beforeAll(async () => {
  world = await anApiWorld();
});

describe("making a key", () => {
  test.each([
    ["secret", /^sk_test_\w{40}$/],
    ["publishable", /^pk_test_\w{40}$/],
  ] as const)("a %s one tells its kind and its environment", async (kind, form) => {
    const { text, key } = await createKey(world.viewer, { kind, name: "Shop" });
    expect(text).toMatch(form);
    expect(key).toMatchObject({ kind, name: "Shop", permissions: null, revokedAt: null });
  });

  test("what is stored is not the key", async () => {
    const { text, key } = await createKey(world.viewer, { kind: "secret", name: "Shop" });
    expect(key.hash).toBe(hashOfKey(text));
    expect(key.shown).toBe(`sk_test_…${text.slice(-4)}`);
    expect(JSON.stringify(await getKey(world.viewer, key.id))).not.toContain(text);
  });

  test("a publishable key is public, and can be read again", async () => {
    const { text, key } = await createKey(world.viewer, { kind: "publishable", name: "Shop" });
    expect((await getKey(world.viewer, key.id)).shown).toBe(text);
  });

  test("it works at once", async () => {
    const { text } = await createKey(world.viewer, {
      kind: "restricted",
      name: "Shop",
      permissions: ["customers:read"],
    });
    expect((await aClient(world, text).customers.list()).data).toEqual([]);
  });

  test.each([
    [{ kind: "secret", name: " " }, "name"],
    [{ kind: "secret", name: "x".repeat(101) }, "name"],
    [{ kind: "restricted", name: "Shop" }, "permissions"],
    [{ kind: "restricted", name: "Shop", permissions: ["everything"] }, "permissions"],
    [{ kind: "secret", name: "Shop", permissions: ["customers:read"] }, "permissions"],
    [{ kind: "secret", name: "Shop", expiresAt: 1 }, "expires_at"],
  ] as const)("%o makes no sense", async (input, param) => {
    await expect(createKey(world.viewer, input)).rejects.toMatchObject({ facts: { param } });
  });

  test("it is for developers, not for support", async () => {
    const support = world.viewerWith(["support_specialist"]);
    await expect(createKey(support, { kind: "secret", name: "Shop" })).rejects.toMatchObject({
      facts: { status: 403 },
    });
    await expect(listKeys(support)).rejects.toMatchObject({ facts: { status: 403 } });
    const developer = world.viewerWith(["developer"]);
    expect((await createKey(developer, { kind: "secret", name: "Shop" })).text).toMatch(/^sk_test_/);
  });

  test("it is written to the audit log, without the key", async () => {
    const { text, key } = await createKey(world.viewer, { kind: "secret", name: "Audited" });
    const lines = await transaction(world.viewer, (tx) =>
      tx.db.select().from(auditLines).where(eq(auditLines.subject, key.id)),
    );
    expect(lines).toMatchObject([{ action: "key.created", after: { name: "Audited" } }]);
    expect(JSON.stringify(lines)).not.toContain(text);
  });
});

describe("ending a key", () => {
  test("its next request is refused", async () => {
    const { text, key } = await createKey(world.viewer, { kind: "secret", name: "Leaked" });
    const client = aClient(world, text);
    await client.customers.list();
    await revokeKey(world.viewer, key.id);
    await expect(client.customers.list()).rejects.toMatchObject({ statusCode: 401, code: "api_key_expired" });
  });

  test("twice is as good as once", async () => {
    const { key } = await createKey(world.viewer, { kind: "secret", name: "Leaked" });
    const { revokedAt } = await revokeKey(world.viewer, key.id);
    expect((await revokeKey(world.viewer, key.id)).revokedAt).toBe(revokedAt);
  });

  test("another business's key does not exist", async () => {
    const other = await anApiWorld();
    const { key } = await createKey(other.viewer, { kind: "secret", name: "Theirs" });
    await expect(revokeKey(world.viewer, key.id)).rejects.toMatchObject({ facts: { status: 404 } });
    expect((await listKeys(world.viewer)).map(({ id }) => id)).not.toContain(key.id);
  });
});

test("a key remembers when it was last used", async () => {
  const { text, key } = await createKey(world.viewer, { kind: "secret", name: "Busy" });
  expect(key.lastUsedAt).toBeNull();
  const before = world.viewer.now();
  await aClient(world, text).customers.list();
  await writeUses();
  expect((await getKey(world.viewer, key.id)).lastUsedAt).toBeGreaterThanOrEqual(before);
});

test("a key whose text is given beforehand is found by it", async () => {
  await transaction(world.viewer, (tx) =>
    storeKey(tx, "sk_test_KnownBeforehand2026", { kind: "secret", name: "Demo", demo: "yes" }),
  );
  expect(await findKey("sk_test_KnownBeforehand2026")).toMatchObject({
    kind: "secret",
    environment: { id: world.environment.id },
    locked: false,
  });
  expect(await findKey("sk_test_KnownBeforehand2027")).toBeNull();
});

test("keys are shown and masked without giving them away", () => {
  const text = newKeyText("secret", "live");
  expect(shownKey(text, "secret")).toBe(`sk_live_…${text.slice(-4)}`);
  expect(maskedKey(text)).toBe(`sk_live_${"*".repeat(36)}${text.slice(-4)}`);
  expect(maskedKey("hunter2")).toBe("*******");
});

test("a live environment without a processor makes no keys, and takes none", async () => {
  const live = (await listEnvironments()).find(
    ({ accountId, kind }) => accountId === world.environment.accountId && kind === "live",
  );
  if (!live) throw new Error("The account has no live environment");
  const viewer = { ...world.viewer, environmentId: live.id, environment: live };
  await expect(createKey(viewer, { kind: "secret", name: "Shop" })).rejects.toMatchObject({
    facts: { code: "environment_locked" },
  });
  const text = newKeyText("secret", "live");
  await transaction(viewer, (tx) => storeKey(tx, text, { kind: "secret", name: "Early", demo: "no" }));
  await expect(aClient(world, text).customers.list()).rejects.toMatchObject({ statusCode: 403 });
});
