import { createHmac, randomBytes } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const stepLength = 30_000;
const digits = 6;
/** Steps before and after that count too: clocks differ, and people type slowly. */
const tolerance = 1;

/** A new secret for an authenticator app, in base 32. */
export function newTotpSecret(): string {
  return [...randomBytes(32)].map((byte) => alphabet[byte % 32]).join("");
}

/** The code that an app shows at `at` (milliseconds): RFC 6238 with SHA-1, which every app knows. */
export function totpAt(secret: string, at: number): string {
  return codeOf(secret, stepAt(at));
}

/** The step that a code belongs to; null when it is wrong, or of a step up to `lastStep`, which was used already. */
export function stepOfCode(secret: string, code: string, at: number, lastStep: number | null): number | null {
  const now = stepAt(at);
  for (let step = now - tolerance; step <= now + tolerance; step++) {
    if (step > (lastStep ?? -1) && codeOf(secret, step) === code) return step;
  }
  return null;
}

/** The address that an app reads as a picture: whose code it is, and of what. */
export function totpAddress(secret: string, email: string): string {
  const label = encodeURIComponent(`Comptoir:${email}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Comptoir`;
}

function stepAt(at: number): number {
  return Math.floor(at / stepLength);
}

function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", decode(secret)).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

function decode(secret: string): Buffer {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
