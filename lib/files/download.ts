import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import type { FileKind } from "#db/schema/files";
import { log } from "#lib/log";
import { mimeTypes } from "./purposes.ts";
import { read } from "./storage.ts";

/** The contents of a file, to be sent. */
export interface Download {
  environmentId: number;
  storedAs: string;
  filename: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
}

/** What browsers may show: pictures that cannot hold a program. */
const shown: readonly FileKind[] = ["gif", "jpg", "png"];

/**
 * The headers of a file. Whatever it is, a browser takes it for nothing else, runs nothing in it, and saves it rather
 * than show it, but for pictures where `disposition` is `inline`.
 */
export function downloadHeaders(
  { filename, kind, size }: Download,
  disposition: "attachment" | "inline",
): OutgoingHttpHeaders {
  const plain = filename.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const how = disposition === "inline" && shown.includes(kind) ? "inline" : "attachment";
  return {
    "Content-Type": mimeTypes[kind],
    "Content-Length": size,
    "Content-Disposition": `${how}; filename="${plain}"; filename*=UTF-8''${encoded(filename)}`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
  };
}

/** Sends the contents piece by piece. Once the headers are out, all that is left on failure is to break off. */
export function sendContents(response: ServerResponse, { environmentId, storedAs }: Download): void {
  pipeline(read(environmentId, storedAs), response, (error) => {
    if (error && error.code !== "ERR_STREAM_PREMATURE_CLOSE") log.error({ err: error }, "a file broke off");
  });
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}
