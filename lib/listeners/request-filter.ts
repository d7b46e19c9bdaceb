import { z } from "zod";
import type { AnsweredRequest } from "#lib/request-log/entry";

const texts = z.array(z.string()).optional();

/** What the command line can narrow the log to. Every call comes to this account itself, through the API. */
const filters = z.object({
  filter_account: texts,
  filter_http_method: texts,
  filter_ip_address: texts,
  filter_request_path: texts,
  filter_request_status: texts,
  filter_source: texts,
  filter_status_code: texts,
  filter_status_code_type: texts,
});

/** Which calls a session asked to hear of, as it wrote it. Throws nothing: what cannot be read narrows nothing. */
export function requestFilter(text: string | null): (request: AnsweredRequest) => boolean {
  const asked = filters.safeParse(parsed(text)).data ?? {};
  return ({ method, address, path, status }) =>
    among(asked.filter_http_method, method) &&
    among(asked.filter_ip_address, address ?? "") &&
    among(asked.filter_request_path, path) &&
    among(asked.filter_request_status, status < 300 ? "SUCCEEDED" : "FAILED") &&
    among(asked.filter_source, "API") &&
    among(asked.filter_status_code, String(status)) &&
    among(asked.filter_status_code_type, String(Math.floor(status / 100) * 100));
}

function among(wanted: string[] | undefined, value: string): boolean {
  return !wanted?.length || wanted.some((each) => each.toUpperCase() === value.toUpperCase());
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
}
