import { Agent, type IncomingHttpHeaders, request } from "node:http";
import type { ApiServer } from "#tests/support/api-server";

export interface RawRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The `error` member of the answer, empty when there is none. */
  error: Record<string, unknown>;
  body: Record<string, unknown>;
}

/** Sends exactly this, as no client library would. A body is a form unless the headers say otherwise. */
export function rawRequest({ port }: ApiServer, { method = "GET", path, headers = {}, body }: RawRequest) {
  return new Promise<RawAnswer>((resolve, reject) => {
    const form = body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" };
    const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
    const options = {
      host: "127.0.0.1",
      port,
      method,
      path,
      agent,
      headers: { ...form, ...length, ...headers },
    };
    const sent = request(options, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.on("end", () => {
        const parsed: unknown = text === "" ? {} : JSON.parse(text);
        const whole = hash(parsed);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text,
          body: whole,
          error: hash(whole.error),
        });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const agent = new Agent({ keepAlive: false });

function hash(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
