import { type ClientRequest, type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { addressOfHost, allowedLookup, isAllowedAddress, refusedAddress } from "./addresses.ts";

/** Why there was no answer. */
export const sendErrors = [
  "address_refused",
  "host_unknown",
  "connection_refused",
  "connection_lost",
  "tls_failed",
  "timeout",
  "secret_unreadable",
  "body_failed",
] as const;

export type SendError = (typeof sendErrors)[number];

/** What came of one try. */
export interface Outcome {
  /** The answer's HTTP status; null when there was none. */
  status: number | null;
  error: SendError | null;
  /** Milliseconds. */
  duration: number;
  /** The beginning of the answer. */
  response: string | null;
}

interface Message {
  url: string;
  headers: Record<string, string>;
  body: string;
  kind: "live" | "test";
  /** Milliseconds for all of it. */
  timeout: number;
}

/** How much of an answer is read; nobody needs to send more. */
const longestAnswer = 4096;

/** Sends one message. Follows no redirect, and connects to no address where nothing may be sent. Never throws. */
export async function send(message: Message): Promise<Outcome> {
  const began = performance.now();
  const outcome = (status: number | null, error: SendError | null, response: string | null): Outcome => ({
    status,
    error,
    response,
    duration: Math.round(performance.now() - began),
  });
  const signal = AbortSignal.timeout(message.timeout);
  try {
    const answer = await connect(message, signal);
    return outcome(answer.statusCode ?? null, null, await beginningOf(answer));
  } catch (error) {
    return outcome(null, signal.aborted ? "timeout" : reasonOf(error), null);
  }
}

function connect({ url, headers, body, kind }: Message, signal: AbortSignal): Promise<IncomingMessage> {
  const target = new URL(url);
  const address = addressOfHost(target.hostname);
  // A literal address is connected to without being looked up.
  if (address !== null && !isAllowedAddress(address, kind)) throw refusedAddress(target.hostname);
  const options = {
    method: "POST",
    agent: false,
    lookup: allowedLookup(kind),
    headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
    signal,
  };
  return new Promise((resolve, reject) => {
    const request: ClientRequest =
      target.protocol === "https:" ? httpsRequest(target, options) : httpRequest(target, options);
    request.on("response", resolve);
    request.on("error", reject);
    // Whoever changes to another protocol is hung up on, without a word of it as an error.
    request.on("close", () => reject(new Error("The connection ended without an answer")));
    request.end(body);
  });
}

/** What an answer begins with. Once it has a status, its body may end as it likes. */
async function beginningOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer) {
      chunks.push(Buffer.from(chunk));
      length += chunks.at(-1)?.length ?? 0;
      if (length >= longestAnswer) break;
    }
  } catch {
    // Broken off, or too slow: what there is counts.
  }
  answer.destroy();
  return Buffer.concat(chunks).subarray(0, longestAnswer).toString("utf8");
}

function reasonOf(error: unknown): SendError {
  const code = codeOf(error);
  if (code === "ADDRESS_REFUSED") return "address_refused";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "host_unknown";
  if (code === "ECONNREFUSED") return "connection_refused";
  if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code)) return "tls_failed";
  return "connection_lost";
}

/** Where several addresses were tried, the first failure says enough. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}
