import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { config } from "#lib/config";

/** Longer than any line: a hash of 40 digits, a colon and how often it was found. */
const longestLine = 128;

/**
 * Whether a password stands in the list that BREACHED_PASSWORDS names, as its publisher offers it: SHA-1 hashes in
 * order, one a line. It is looked up in the file as it lies, and leaves this machine for nobody.
 */
export async function isBreached(password: string): Promise<boolean> {
  const file = config().breachedPasswords;
  if (file === null) return false;
  const handle = await open(file);
  try {
    return await holds(handle, createHash("sha1").update(password).digest("hex").toUpperCase());
  } finally {
    await handle.close();
  }
}

/** Halves the stretch that the line could begin in. */
async function holds(handle: FileHandle, hash: string): Promise<boolean> {
  let [from, to] = [0, (await handle.stat()).size];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const line = await lineFrom(handle, middle);
    if (line === null || line.start >= to) to = middle;
    else if (line.hash === hash) return true;
    else if (line.hash < hash) from = line.end;
    else to = middle;
  }
  return false;
}

/** The first line that begins at this place or behind it. */
async function lineFrom(handle: FileHandle, place: number) {
  const before = Math.max(0, place - 1);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 * longestLine), 0, 2 * longestLine, before);
  const text = buffer.toString("latin1", 0, bytesRead);
  const skipped = place === 0 ? 0 : text.indexOf("\n") + 1;
  if (place > 0 && skipped === 0) return null;
  const [line = ""] = text.slice(skipped).split("\n");
  if (line === "") return null;
  const start = before + skipped;
  return { start, end: start + line.length + 1, hash: line.slice(0, 40).toUpperCase() };
}
