import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { allowedLookup, isAllowedAddress } from "#lib/webhooks/addresses";
import { send } from "#lib/webhooks/send";
import { aReceiver } from "#tests/support/receiver";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const refused = [
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "100.127.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.9",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::ffff:10.0.0.1",
  "::ffff:a9fe:a9fe",
  "::10.0.0.1",
  "64:ff9b::a00:1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:a00:1::",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "localhost",
  "",
];

test.each(refused)("nothing is sent to %s", (address) => {
  expect([isAllowedAddress(address, "live"), isAllowedAddress(address, "test")]).toEqual([false, false]);
});

test.each(["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4007::1"])(
  "%s is public",
  (address) => {
    expect([isAllowedAddress(address, "live"), isAllowedAddress(address, "test")]).toEqual([true, true]);
  },
);

test.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])(
  "%s is this machine, for test environments only",
  (address) => {
    expect([isAllowedAddress(address, "live"), isAllowedAddress(address, "test")]).toEqual([false, true]);
  },
);

test("the operator allows what else is wanted", async () => {
  vi.resetModules();
  vi.stubEnv("WEBHOOK_ADDRESSES", "10.1.0.0/16 fd00::/8");
  const fresh = await import("#lib/webhooks/addresses");
  expect(["10.1.2.3", "::ffff:10.1.2.3", "fd12::1"].map((it) => fresh.isAllowedAddress(it, "live"))).toEqual(
    Array(3).fill(true),
  );
  expect(fresh.isAllowedAddress("10.2.0.1", "live")).toBe(false);
});

test("a name is judged by what it leads to at the moment of the connection", async () => {
  const looked = (kind: "live" | "test") =>
    new Promise((resolve) =>
      allowedLookup(kind)("localhost", { all: true }, (error) => resolve(error?.code)),
    );
  expect(await looked("test")).toBeUndefined();
  expect(await looked("live")).toBe("ADDRESS_REFUSED");
});

test.each([
  (port: number) => `http://localhost:${port}/`,
  (port: number) => `http://127.0.0.1:${port}/`,
  (port: number) => `http://2130706433:${port}/`,
  (port: number) => `http://0x7f.1:${port}/`,
  (port: number) => `http://[::ffff:127.0.0.1]:${port}/`,
])("no way of writing this machine leads a live event to it", async (spell) => {
  const receiver = await aReceiver();
  const url = spell(Number(new URL(receiver.url).port));
  const outcome = await send({ url, headers: {}, body: "{}", kind: "live", timeout: 2000 });
  expect(outcome).toMatchObject({ status: null, error: "address_refused" });
  expect(receiver.received).toEqual([]);
});

test("why nobody answered is told apart", async () => {
  const receiver = await aReceiver((response) => response.destroy());
  const to = (url: string) => send({ url, headers: {}, body: "{}", kind: "test", timeout: 2000 });
  expect(await to(receiver.url)).toMatchObject({ error: "connection_lost" });
  expect(await to("http://127.0.0.1:9/")).toMatchObject({ error: "connection_refused" });
  const plain = createServer((socket) => socket.end("no TLS here\n"));
  await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  const address = plain.address();
  const port = typeof address === "object" ? address?.port : undefined;
  expect(await to(`https://127.0.0.1:${port}/`)).toMatchObject({ error: "tls_failed" });
  plain.close();
});
