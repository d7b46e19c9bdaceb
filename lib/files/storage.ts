import { createHash } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { filesFolder } from "#db/files-folder";
import { randomText } from "#lib/ids";

export interface Stored {
  /** Its name in the environment's folder: ours, whatever the sender called it. */
  storedAs: string;
  size: number;
  /** SHA-256, hexadecimal. */
  digest: string;
}

/** Where contents of this name lie. */
export function pathOf(environmentId: number, storedAs: string): string {
  return join(filesFolder(), String(environmentId), storedAs);
}

/**
 * Writes what comes in to disk, piece by piece; durable when it resolves. `check` sees the size so far and throws to
 * end it: nothing is left of it then.
 */
export async function store(
  environmentId: number,
  pieces: AsyncIterable<Buffer>,
  check: (size: number) => void,
): Promise<Stored> {
  const storedAs = randomText(24);
  const path = pathOf(environmentId, storedAs);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      check(size);
      hash.update(piece);
      // `write` takes but a part where a disk is nearly full, which is no error.
      await file.appendFile(piece);
    }
    await file.sync();
    return { storedAs, size, digest: hash.digest("hex") };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

export function read(environmentId: number, storedAs: string): ReadStream {
  return createReadStream(pathOf(environmentId, storedAs));
}

/** Whether the contents are there. */
export function isStored(environmentId: number, storedAs: string): Promise<boolean> {
  return stat(pathOf(environmentId, storedAs)).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Takes contents away, if they are there. */
export async function discard(environmentId: number, storedAs: string): Promise<void> {
  await rm(pathOf(environmentId, storedAs), { force: true });
}

/** The names of all contents of an environment that were last written before a time of the system's clock. */
export async function storedBefore(environmentId: number, time: number): Promise<string[]> {
  const folder = join(filesFolder(), String(environmentId));
  const names = await readdir(folder).catch(() => []);
  const old = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs < time,
        () => false,
      ),
    ),
  );
  return names.filter((_, at) => old[at]);
}
