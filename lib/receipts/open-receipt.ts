import { createHmac, timingSafeEqual } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { charges } from "#db/schema/index";
import { globalTransaction, type Handle, reader } from "#db/transaction";
import { environmentById } from "#lib/accounts/environments";
import { admitSignIn, forgiveSignIn } from "#lib/auth/throttle";
import { systemViewer, type ViewedEnvironment } from "#lib/auth/viewer";
import { hour } from "#lib/clock";
import { config } from "#lib/config";
import { environmentOfToken } from "#lib/public-token";
import { type Receipt, readReceipt } from "./read-receipt.ts";
import { hasReceipt } from "./send-receipt.ts";

/** How long an email address that was right keeps an old receipt open, milliseconds. */
export const unlockedFor = hour;

export type OpenedReceipt = { state: "open"; receipt: Receipt } | { state: "locked"; receipt: Receipt };

/**
 * The receipt at an address, for whoever has the address: nobody signs in. Locked once it is old, unless `proof`
 * says that the reader gave the right email. Null when there is none.
 */
export async function openReceipt(token: string, proof: string | undefined): Promise<OpenedReceipt | null> {
  const found = await findReceipt(token);
  if (!found) return null;
  const { receipt, now } = found;
  const open = now < receipt.expiresAt || (proof !== undefined && isProof(token, proof));
  return { state: open ? "open" : "locked", receipt };
}

export type Unlocked = { ok: true; proof: string } | { ok: false; reason: "wrong_email" | "too_many_tries" };

/** Compares an email address with those that the receipt belongs to. Tries are counted. */
export async function unlockReceipt(token: string, email: string, address: string | null): Promise<Unlocked> {
  const counted = `receipt:${token}`;
  if ((await admitSignIn(counted, address)) !== null) return { ok: false, reason: "too_many_tries" };
  const found = await findReceipt(token);
  if (!found?.receipt.addresses.includes(email.trim().toLowerCase()))
    return { ok: false, reason: "wrong_email" };
  await globalTransaction((db) => forgiveSignIn(db, counted, address));
  return { ok: true, proof: newProof(token) };
}

async function findReceipt(token: string): Promise<{ receipt: Receipt; now: number } | null> {
  const environmentId = environmentOfToken(token);
  const environment = environmentId === null ? null : await environmentById(environmentId);
  if (!environment) return null;
  // It reads one charge and may do nothing.
  const viewer = systemViewer(environment, "job", new Set());
  const receipt = await receiptAt(await reader(viewer), environment, token);
  return receipt && { receipt, now: viewer.now() };
}

async function receiptAt(
  handle: Handle,
  environment: ViewedEnvironment,
  token: string,
): Promise<Receipt | null> {
  const [charge] = await handle.db
    .select()
    .from(charges)
    .where(and(eq(charges.environmentId, handle.environmentId), eq(charges.receiptToken, token)));
  return charge && hasReceipt(charge) ? readReceipt(handle, environment, charge) : null;
}

/** Says until when its bearer, who gave the right email, may read on. */
function newProof(token: string): string {
  const until = Date.now() + unlockedFor;
  return `${until}.${sign(token, until)}`;
}

function isProof(token: string, proof: string): boolean {
  const [until = "", signature = ""] = proof.split(".");
  if (!(Number(until) > Date.now())) return false;
  const expected = Buffer.from(sign(token, Number(until)));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sign(token: string, until: number): string {
  return createHmac("sha256", config().secret).update(`receipt ${token} ${until}`).digest("base64url");
}
