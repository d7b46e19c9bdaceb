import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { isConfigurationError, isLoopback, parseConfig } from "#lib/config";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test("without variables the server is private, on port 3000, with the demo, in one SQLite file", () => {
  expect(parseConfig({})).toMatchObject({
    port: 3000,
    hosts: ["127.0.0.1", "::1"],
    databaseUrl: "file:data/comptoir.db",
    demo: true,
    publicUrl: "http://localhost:3000",
    logLevel: "info",
  });
});

test("an empty variable counts as absent", () => {
  expect(parseConfig({ PORT: "", HOST: "" })).toMatchObject({ port: 3000, hosts: ["127.0.0.1", "::1"] });
});

test("the public address follows the port, or is given without its last slash", () => {
  expect(parseConfig({ PORT: "4000" }).publicUrl).toBe("http://localhost:4000");
  expect(parseConfig({ PUBLIC_URL: "https://pay.example.com/" }).publicUrl).toBe("https://pay.example.com");
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PORT", "80.5"],
  ["HOST", "my machine"],
  ["DATABASE_URL", "mysql://localhost"],
  ["DATABASE_URL", "file:"],
  ["DEMO", "yes"],
  ["PUBLIC_URL", "pay.example.com"],
  ["PUBLIC_URL", "ftp://pay.example.com"],
  ["TRUSTED_PROXIES", "10.0.0.0/33"],
  ["TRUSTED_PROXIES", "proxy.internal"],
  ["LOG_LEVEL", "loud"],
  ["ADDRESS_DATABASE", "no/such.mmdb"],
  ["BREACHED_PASSWORDS", "."],
  ["NEXTAUTH_SECRET", "short"],
])("%s=%s is refused by its name", (name, value) => {
  expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `));
});

test("every variable at fault is named at once", () => {
  expect(() => parseConfig({ PORT: "x", DEMO: "x" })).toThrow(/PORT: .*\nDEMO: /);
});

test("trusted proxies are addresses and ranges, of both families", () => {
  const { trustedProxies } = parseConfig({ TRUSTED_PROXIES: "10.0.0.0/8, 192.168.1.7 fd00::/8" });
  expect(trustedProxies.check("10.9.8.7")).toBe(true);
  expect(trustedProxies.check("192.168.1.7")).toBe(true);
  expect(trustedProxies.check("192.168.1.8")).toBe(false);
  expect(trustedProxies.check("fd12::1", "ipv6")).toBe(true);
});

test("a secret is made once, beside the data, readable by its owner only", async () => {
  const folder = mkdtempSync(join(tmpdir(), "comptoir-"));
  const secret = await secretOfAProcess(folder);
  expect(secret.length).toBeGreaterThanOrEqual(48);
  expect(readFileSync(join(folder, "secret"), "utf8")).toBe(secret);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  expect(await secretOfAProcess(folder)).toBe(secret);
});

test("only loopback addresses are private", () => {
  expect(["localhost", "127.0.0.1", "127.8.0.1", "::1"].every(isLoopback)).toBe(true);
  expect(["0.0.0.0", "::", "10.0.0.1", "127.example.com"].some(isLoopback)).toBe(false);
});

async function secretOfAProcess(folder: string): Promise<string> {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", `file:${join(folder, "comptoir.db")}`);
  vi.stubEnv("NEXTAUTH_SECRET", undefined);
  const { config } = await import("#lib/config");
  return config().secret;
}

test("an error that names a variable is told apart from one that happened", () => {
  expect(() => parseConfig({ PORT: "zero" })).toThrow(expect.toSatisfy(isConfigurationError));
  expect(isConfigurationError(new Error("HOST: not here"))).toBe(true);
  expect(isConfigurationError(new Error("ENOENT: no such file or directory"))).toBe(false);
  expect(isConfigurationError(new Error("The PORT: is not what went wrong"))).toBe(false);
  expect(isConfigurationError("HOST: not here")).toBe(false);
});
