import type { WebSocket } from "ws";
import type { Viewer } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import type { AnsweredRequest } from "#lib/request-log/entry";
import { maskSecrets } from "#lib/request-log/mask";
import { watchRequests } from "#lib/request-log/watch";
import { requestFilter } from "./request-filter.ts";

/** Sends what the API answers in the viewer's environment, as it happens, until the socket closes. */
export function showRequests(socket: WebSocket, { environment }: Viewer, filters: string | null): void {
  const wanted = requestFilter(filters);
  const stop = watchRequests(environment.id, (request) => {
    if (wanted(request)) socket.send(JSON.stringify(messageOf(request, environment.kind === "live")));
  });
  socket.once("close", stop);
}

function messageOf(request: AnsweredRequest, livemode: boolean) {
  const payload = {
    created_at: seconds(request.at),
    livemode,
    method: request.method,
    request_id: request.id,
    status: request.status,
    url: maskSecrets(request.path),
    error: errorIn(request.body),
  };
  return {
    type: "request_log_event",
    request_log_id: request.id,
    event_payload: JSON.stringify(payload),
  };
}

/** What the command line shows of an error. */
const shown = ["type", "charge", "code", "decline_code", "message", "param"];

function errorIn(body: object): Record<string, string> {
  const error = "error" in body && typeof body.error === "object" && body.error !== null ? body.error : {};
  const told = Object.entries(error).filter(
    ([name, value]) => shown.includes(name) && typeof value === "string",
  );
  return Object.fromEntries(told.map(([name, value]) => [name, maskSecrets(String(value))]));
}
