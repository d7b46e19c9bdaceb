import type { IncomingMessage } from "node:http";
import { invalid, revive } from "#lib/errors";
import { kindOf } from "#lib/files/sniff";
import { pathOf, store } from "#lib/files/storage";
import { bareName, toUpload, type Upload } from "#lib/files/upload";
import { decodeForm } from "./form.ts";
import { hashOf, type Params } from "./form-values.ts";
import { boundaryOf, type Part, partsOf } from "./multipart.ts";

/** How an endpoint takes its file. */
export interface UploadRule {
  /** The parameter that holds it. */
  field: string;
  /** Bytes at most, with what is known of the other parameters when it begins to come in. */
  limit(params: Params): number;
}

const longestField = 64 * 1024;
const mostFields = 200;

/** Whether a request carries a multipart body. */
export function isMultipart(request: IncomingMessage): boolean {
  return boundaryOf(request.headers["content-type"]) !== null;
}

/**
 * Reads a multipart body: the fields into `params`, the one file to disk, as it comes in. What is too large is refused
 * before it has all come.
 */
export async function readUpload(
  request: IncomingMessage,
  params: Params,
  rule: UploadRule,
  environmentId: number,
): Promise<Upload> {
  const boundary = boundaryOf(request.headers["content-type"]);
  if (boundary === null) throw notMultipart();
  let upload: Upload | null = null;
  try {
    const pieces: AsyncIterator<Buffer> = request.iterator({ destroyOnReturn: false });
    let fields = 0;
    for await (const part of partsOf(pieces, boundary)) {
      if (++fields > mostFields) throw invalid(`Too many parameters: at most ${mostFields} are read.`);
      if (part.filename === null) decodeForm(pairOf(part.name, await textOf(part)), params);
      else if (part.name !== rule.field || upload) throw unexpected(part.name);
      else upload = await receive(part, part.filename, checkedBy(rule, params), environmentId);
    }
    if (!upload) throw missing(rule.field);
    checkedBy(rule, params)(upload.size);
    return upload;
  } catch (error) {
    await upload?.settle();
    request.resume();
    throw error;
  }
}

/** What the log and the idempotency key know of a file. */
export function describe({ field }: UploadRule, { filename, size, digest }: Upload): Params {
  const described = hashOf();
  described[field] = { filename, size: String(size), sha256: digest };
  return described;
}

async function receive(
  { content }: Part,
  sentAs: string,
  check: (size: number) => void,
  environmentId: number,
): Promise<Upload> {
  const stored = await store(environmentId, content, check);
  const filename = bareName(sentAs);
  const kind = await kindOf(pathOf(environmentId, stored.storedAs), filename);
  return toUpload(environmentId, { ...stored, filename, kind });
}

function checkedBy({ field, limit }: UploadRule, params: Params): (size: number) => void {
  const most = limit(params);
  return (size) => {
    if (size > most) throw tooLarge(most, field);
  };
}

async function textOf({ name, content }: Part): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > longestField)
      throw invalid(`Invalid string: at most ${longestField} bytes are read`, { param: name });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** As a form has it, so that it is checked and placed as any other parameter. */
function pairOf(name: string, value: Buffer): Buffer {
  const encoded = value.toString("latin1").replace(/[%&+=]/g, (character) => encodeURIComponent(character));
  return Buffer.from(`${encodeURIComponent(name)}=${encoded}`, "latin1");
}

function missing(field: string) {
  return invalid(`Missing required param: ${field}.`, { code: "parameter_missing", param: field });
}

function unexpected(param: string) {
  return invalid(`Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
}

function notMultipart() {
  return invalid(
    "Invalid request (check that your POST content type is multipart/form-data). " +
      "If you have any questions, we can help at https://support.stripe.com/.",
  );
}

function tooLarge(limit: number, param: string) {
  const most = limit < 1024 * 1024 ? `${limit / 1024} KB` : `${limit / 1024 / 1024} MB`;
  return revive(
    { status: 413, type: "invalid_request_error", param },
    `The file is too large: at most ${most} are taken for this purpose.`,
  );
}
