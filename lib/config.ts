import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { BlockList, isIP } from "node:net";
import { dirname, join } from "node:path";
import { z } from "zod";
import { addRange } from "#lib/address-ranges";
import { type Limits, parseLimits } from "#lib/limits/limits";

const loopback = ["127.0.0.1", "::1"];

/** The process's configuration; every setting is an environment variable. */
export interface Config {
  port: number;
  /** Addresses to listen on: both loopbacks unless HOST names another. */
  hosts: string[];
  databaseUrl: string;
  demo: boolean;
  /** Where people's browsers find this server; no trailing slash. */
  publicUrl: string;
  trustedProxies: BlockList;
  /** Private addresses that webhooks may be sent to. */
  webhookAddresses: BlockList;
  /** What the API takes from one environment; null: as much as there comes. */
  apiLimits: Limits | null;
  logLevel: string;
  /** How many days the log of API requests is kept. */
  requestLogDays: number;
  /** The mail server, and the address mail comes from; null keeps all mail in the outbox. */
  smtp: { url: string; from: string } | null;
  /** A file in MaxMind's format that knows where addresses are; null shows no places. */
  addressDatabase: string | null;
  /** A file of the hashes of breached passwords; null: only the embedded ones are refused. */
  breachedPasswords: string | null;
  /** Signs sessions and seals webhook secrets. */
  secret: string;
}

let parsed: Config | undefined;

/** The configuration of this process, read once. Throws a sentence that names the variable at fault. */
export function config(): Config {
  return (parsed ??= withSecret(parseConfig(process.env)));
}

/** Reads a configuration from variables; `secret` is empty when none is given. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = variables.safeParse(given);
  if (!result.success) throw new Error(explain(result.error));
  const values = result.data;
  return {
    port: values.PORT,
    hosts: values.HOST === undefined ? loopback : [values.HOST],
    databaseUrl: values.DATABASE_URL,
    demo: values.DEMO === "on",
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    trustedProxies: values.TRUSTED_PROXIES,
    webhookAddresses: values.WEBHOOK_ADDRESSES,
    apiLimits: values.API_LIMITS,
    logLevel: values.LOG_LEVEL,
    requestLogDays: values.REQUEST_LOG_DAYS,
    smtp: smtpOf(values),
    addressDatabase: values.ADDRESS_DATABASE ?? null,
    breachedPasswords: values.BREACHED_PASSWORDS ?? null,
    secret: values.NEXTAUTH_SECRET ?? "",
  };
}

/** Whether an error is a sentence that names the variable at fault: all that whoever started the process needs. */
export function isConfigurationError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return Object.keys(variables.shape).some((name) => error.message.startsWith(`${name}: `));
}

/** Whether only this machine can reach an address that the server listens on. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

const variables = z.object({
  PORT: z.coerce
    .number("must be a port number")
    .int("must be a port number")
    .min(1, "must be a port number")
    .max(65535, "must be a port number")
    .default(3000),
  HOST: z
    .string()
    .refine((host) => host === "localhost" || isIP(host) !== 0, "must be an IP address, such as 0.0.0.0")
    .transform((host) => (host === "localhost" ? undefined : host))
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|pglite:\/\/.+)$/, "must be file:PATH (SQLite) or pglite://FOLDER")
    .default("file:data/comptoir.db"),
  DEMO: z.enum(["on", "off"], "must be on or off").default("on"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, message: "must be an address such as https://payments.example.com" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  TRUSTED_PROXIES: z.string().default("").transform(parseAddresses),
  WEBHOOK_ADDRESSES: z.string().default("").transform(parseAddresses),
  API_LIMITS: z.string().default("off").transform(limitsIn),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be fatal, error, warn, info, debug, trace or silent",
    )
    .default("info"),
  REQUEST_LOG_DAYS: z.coerce
    .number("must be a number of days")
    .int("must be a number of days")
    .min(1, "must be a number of days")
    .max(3650, "must be 3650 days at most")
    .default(30),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      message: "must be an address such as smtp://name:password@mail.example.com:587",
    })
    .optional(),
  MAIL_FROM: z.email("must be an email address, such as payments@example.com").optional(),
  ADDRESS_DATABASE: existingFile("must be a file, such as data/GeoLite2-City.mmdb").optional(),
  BREACHED_PASSWORDS: existingFile("must be a file, such as data/pwned-passwords.txt").optional(),
  NEXTAUTH_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
});

function existingFile(message: string) {
  return z.string().refine((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true, message);
}

function smtpOf({ SMTP_URL: url, MAIL_FROM: from }: z.infer<typeof variables>): Config["smtp"] {
  if (url === undefined) return null;
  if (from === undefined)
    throw new Error("MAIL_FROM: must name the address mail comes from when SMTP_URL is set");
  return { url, from };
}

function parseAddresses(text: string, context: z.RefinementCtx): BlockList {
  const addresses = new BlockList();
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    if (addRange(addresses, entry)) continue;
    context.addIssue(`"${entry}" is neither an address nor a range such as 10.0.0.0/8`);
    return z.NEVER;
  }
  return addresses;
}

function limitsIn(text: string, context: z.RefinementCtx): Limits | null {
  try {
    return parseLimits(text);
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : "cannot be read");
    return z.NEVER;
  }
}

function explain(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n");
}

/** A generated secret stays beside the data, so that a restart keeps people signed in. */
function withSecret(values: Config): Config {
  if (values.secret) return values;
  const folder = values.databaseUrl.startsWith("file:") ? dirname(values.databaseUrl.slice(5)) : "data";
  return { ...values, secret: keptSecret(join(folder, "secret")) };
}

function keptSecret(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (!existsSync(file)) throw error;
    }
  }
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}
