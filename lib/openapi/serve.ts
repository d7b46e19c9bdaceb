import type { ServerResponse } from "node:http";
import { resources } from "#lib/api/registry";
import { config } from "#lib/config";
import { openApiDocument } from "./document.ts";

/** Where the document is. Anybody may read it: it says nothing of anybody's data. */
export const openApiPath = "/openapi.json";

let text: string | undefined;

/** Sends the OpenAPI document of everything the API does. */
export function sendOpenApi(response: ServerResponse): void {
  text ??= JSON.stringify(openApiDocument(resources, config().publicUrl), null, 2);
  response.writeHead(200, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-cache",
  });
  response.end(text);
}
