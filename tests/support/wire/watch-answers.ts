import { ServerResponse } from "node:http";
import { apiVersion } from "#lib/api-version";
import type { ApiHandler } from "#lib/api/create-api";
import { createCheck } from "./check.ts";
import { clientShapes } from "./client-shapes.ts";

/**
 * The handler, with what is wrong about the objects in its answers: each one is held against the client's types.
 * Those know the latest version only.
 */
export async function watchAnswers(
  handler: ApiHandler,
): Promise<{ handler: ApiHandler; wrong: Set<string> }> {
  const check = createCheck(await clientShapes());
  const wrong = new Set<string>();
  return {
    wrong,
    handler: (request, response) => {
      const fromBrowser = request.headers.authorization?.startsWith("Bearer pk_") ?? false;
      onAnswer(response, (text) => {
        for (const object of objectsIn(JSON.parse(text)))
          for (const problem of check(object, ""))
            if (!fromBrowser || !keptFromBrowsers.test(problem)) wrong.add(problem);
      });
      return handler(request, response);
    },
  };
}

/** Of an intent, a browser is told a part. */
const keptFromBrowsers = /^(payment|setup)_intent\.\w+: is missing$/;

function onAnswer(response: ServerResponse, heard: (text: string) => void): void {
  let version: unknown;
  response.writeHead = (status: number, headers?: unknown) => {
    version = Object(headers)["Stripe-Version"];
    return ServerResponse.prototype.writeHead.call(response, status, Object(headers));
  };
  response.end = (text?: unknown) => {
    if (typeof text === "string" && version === apiVersion) heard(text);
    return ServerResponse.prototype.end.call(response, text, "utf8");
  };
}

/** An answer is an object, or an error with objects in it. */
function objectsIn(body: Record<string, unknown>): unknown[] {
  if (!("error" in body)) return [body];
  return Object.values(Object(body.error)).filter((value) => typeof value === "object");
}
