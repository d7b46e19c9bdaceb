import type { IncomingMessage } from "node:http";
import { invalid, revive } from "#lib/errors";

const maximumBytes = 4 * 1024 * 1024;
const empty = Buffer.alloc(0);

/** The body of a form, whole. Refuses other content types and what is too large. */
export async function readForm(request: IncomingMessage): Promise<Buffer> {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length === 0 && request.headers["transfer-encoding"] === undefined) return empty;
  if (length > maximumBytes) throw tooLarge();
  const body = await collect(request);
  if (body.length > 0) refuseOtherTypes(request.headers["content-type"]);
  return body;
}

function collect(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maximumBytes) return void chunks.push(chunk);
      request.removeAllListeners("data").resume();
      reject(tooLarge());
    });
    request.on("end", () => resolve(chunks.length === 1 ? (chunks[0] ?? empty) : Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("close", () => reject(new Error("The client went away in the middle of its request")));
  });
}

function refuseOtherTypes(type: string | undefined): void {
  const essence = type?.split(";", 1)[0]?.trim().toLowerCase();
  if (essence === undefined || essence === "application/x-www-form-urlencoded") return;
  throw invalid(
    "Invalid request (check that your POST content type is application/x-www-form-urlencoded). " +
      "If you have any questions, we can help at https://support.stripe.com/.",
  );
}

function tooLarge() {
  const facts = { status: 413, type: "invalid_request_error" } as const;
  return revive(facts, `The request is too large: at most ${maximumBytes / 1024 / 1024} MB are read.`);
}
