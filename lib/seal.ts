import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { config } from "#lib/config";

const algorithm = "aes-256-gcm";
const ivLength = 12;
const tagLength = 16;

/**
 * Encrypts a text that must not stand in the database in clear, with a key made of the server's secret. `subject`
 * says what it belongs to: it opens as nothing else.
 */
export function seal(subject: string, text: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key(), iv).setAAD(Buffer.from(subject));
  const sealed = Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]).toString("base64url");
}

/** Opens what `seal` made of the same subject. Throws when it was changed, or the server's secret is another one. */
export function unseal(subject: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(algorithm, key(), bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(subject)).setAuthTag(bytes.subarray(-tagLength));
  const opened = decipher.update(bytes.subarray(ivLength, -tagLength));
  return Buffer.concat([opened, decipher.final()]).toString("utf8");
}

let derived: { secret: string; key: Buffer } | undefined;

function key(): Buffer {
  const { secret } = config();
  if (derived?.secret !== secret) {
    derived = { secret, key: Buffer.from(hkdfSync("sha256", secret, "", "comptoir sealed texts", 32)) };
  }
  return derived.key;
}
