import { boundaryOf, partsOf } from "#lib/api/multipart";
import { invalid } from "#lib/errors";
import { kindOf } from "./sniff.ts";
import { pathOf, store } from "./storage.ts";
import { bareName, toUpload, type Upload } from "./upload.ts";

/** What a form with one file sent. Whoever wants the file keeps it; `settle` it in any case. */
export interface FormFile {
  fields: ReadonlyMap<string, string>;
  upload: Upload;
}

interface Sent {
  contentType: string | null;
  body: AsyncIterable<Uint8Array> | null;
  environmentId: number;
  /** Bytes that the file may have. */
  most: number;
}

const longestField = 4 * 1024;
const mostFields = 20;

/** Reads a form with a file as it comes in; a file that is too large is refused before it has all come. */
export async function readFormFile({ contentType, body, environmentId, most }: Sent): Promise<FormFile> {
  const boundary = boundaryOf(contentType ?? undefined);
  if (boundary === null || body === null) throw missing();
  const fields = new Map<string, string>();
  let upload: Upload | null = null;
  try {
    for await (const { name, filename, content } of partsOf(buffers(body), boundary)) {
      if (fields.size > mostFields) throw invalid("This form has too many fields.");
      if (filename === null) fields.set(name, await textOf(content));
      else if (filename !== "" && upload === null)
        upload = await receive(content, filename, environmentId, most);
    }
  } catch (error) {
    await upload?.settle();
    throw error;
  }
  if (!upload) throw missing();
  return { fields, upload };
}

async function receive(
  content: AsyncIterable<Buffer>,
  sentAs: string,
  environmentId: number,
  most: number,
): Promise<Upload> {
  const stored = await store(environmentId, content, (size) => {
    if (size > most)
      throw invalid(`The file is too large: ${most} bytes at most.`, {
        code: "file_too_large",
        param: "file",
      });
  });
  const filename = bareName(sentAs);
  return toUpload(environmentId, {
    ...stored,
    filename,
    kind: await kindOf(pathOf(environmentId, stored.storedAs), filename),
  });
}

async function* buffers(body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const piece of body) yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
}

async function textOf(content: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > longestField) throw invalid("A field of this form is too long.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function missing() {
  return invalid("Choose a file first.", { code: "file_missing", param: "file" });
}
