import { IncomingMessage } from "node:http";
import { BlockList, Socket } from "node:net";
import { expect, test } from "vitest";
import { settleForwarded } from "#lib/forwarded";

const proxies = new BlockList();
proxies.addSubnet("10.0.0.0", 8, "ipv4");

function settled(from: string, headers: Record<string, string>) {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: from });
  const request = new IncomingMessage(socket);
  Object.assign(request.headers, headers);
  settleForwarded(request, proxies);
  return request.headers;
}

test("a stranger's claims about where it comes from are forgotten", () => {
  const headers = settled("203.0.113.9", {
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": "bank.example",
    "x-forwarded-proto": "https",
    forwarded: "for=127.0.0.1",
  });
  expect(headers).toEqual({ "x-forwarded-for": "203.0.113.9" });
});

test("a trusted proxy is believed about the sender, the host and the protocol", () => {
  const headers = settled("10.0.0.2", {
    "x-forwarded-for": "203.0.113.9, 10.0.0.1",
    "x-forwarded-host": "pay.example.com",
    "x-forwarded-proto": "https",
  });
  expect(headers).toEqual({
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-host": "pay.example.com",
    "x-forwarded-proto": "https",
  });
});

test("what the sender wrote before the proxy's own entry does not count", () => {
  expect(settled("10.0.0.2", { "x-forwarded-for": "127.0.0.1, 203.0.113.9" })["x-forwarded-for"]).toBe(
    "203.0.113.9",
  );
});

test("an IPv4 address in IPv6 clothes is the IPv4 address", () => {
  expect(settled("::ffff:10.0.0.2", {})["x-forwarded-for"]).toBe("10.0.0.2");
  expect(settled("::ffff:203.0.113.9", {})["x-forwarded-for"]).toBe("203.0.113.9");
});
