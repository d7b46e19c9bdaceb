import { randomFillSync } from "node:crypto";
import { shared } from "#db/shared";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const pool = { bytes: new Uint8Array(4096), next: 4096 };
const counter = shared("ids", () => ({ at: 0, sequence: 0 }));

/** What each object's id begins with. */
export type IdPrefix =
  | "acct"
  | "cbtxn"
  | "ccsbtxn"
  | "mandate"
  | "mdep"
  | "setatt"
  | "seti"
  | "txi"
  | "aud"
  | "ch"
  | "clock"
  | "du"
  | "issfr"
  | "prv"
  | "cus"
  | "di"
  | "evt"
  | "exp"
  | "file"
  | "link"
  | "ltr"
  | "rsl"
  | "rsli"
  | "inv"
  | "imp"
  | "job"
  | "mail"
  | "note"
  | "op"
  | "per"
  | "pi"
  | "pm"
  | "pmc"
  | "pmd"
  | "post"
  | "py"
  | "rvl"
  | "rap"
  | "rapl"
  | "re"
  | "rel"
  | "req"
  | "psk"
  | "ses"
  | "tok"
  | "tu"
  | "btok"
  | "txn"
  | "card"
  | "ba"
  | "src"
  | "mk"
  | "pyr"
  | "ct"
  | "ctoken"
  | "cpt"
  | "cvctok"
  | "pii"
  | "we"
  | "prod"
  | "price"
  | "plan"
  | "po"
  | "view"
  | "sel"
  | "bulk"
  | "promo"
  | "txr"
  | "shr"
  | "feat"
  | "prodft"
  | "wha"
  | "whd";

/** A new id, such as `pi_0TZ…`: sorted as text, ids come in the order of `at` (milliseconds), then of creation. */
export function newId(prefix: IdPrefix, at: number): string {
  if (counter.at === at) counter.sequence++;
  else Object.assign(counter, { at, sequence: 0 });
  return idOf(prefix, at, counter.sequence, randomText(11));
}

/** The id of the `sequence`th object of a millisecond; `tail` is what nobody can guess. For history that is made up. */
export function idOf(prefix: IdPrefix, at: number, sequence: number, tail: string): string {
  return `${prefix}_${base62(at, 8)}${base62(sequence, 3)}${tail}`;
}

/** Letters and digits nobody can guess: 62 to the power of `length` possibilities. */
export function randomText(length: number): string {
  let text = "";
  while (text.length < length) {
    const byte = randomByte();
    // 248 is the largest multiple of 62 in a byte: above it some letters would come more often.
    if (byte < 248) text += alphabet[byte % 62];
  }
  return text;
}

/** Drawn from the system in bulk: a payment makes a dozen ids, and each call costs more than its bytes. */
function randomByte(): number {
  if (pool.next >= pool.bytes.length) {
    randomFillSync(pool.bytes);
    pool.next = 0;
  }
  const byte = pool.bytes[pool.next] ?? 0;
  pool.bytes[pool.next++] = 0; // what was handed out is not kept
  return byte;
}

function base62(value: number, width: number): string {
  let text = "";
  for (let rest = value, i = 0; i < width; i++, rest = Math.floor(rest / 62))
    text = alphabet[rest % 62] + text;
  return text;
}
