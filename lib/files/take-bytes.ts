import { kindOf } from "./sniff.ts";
import { pathOf, store } from "./storage.ts";
import { bareName, toUpload, type Upload } from "./upload.ts";

/** A small file that is in memory already, as an upload on disk: whoever wants it keeps it, then it is settled. */
export async function takeBytes(
  environmentId: number,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<Upload> {
  const filename = bareName(name);
  const stored = await store(environmentId, pieces(bytes), () => {});
  const kind = await kindOf(pathOf(environmentId, stored.storedAs), filename);
  return toUpload(environmentId, { ...stored, filename, kind });
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
