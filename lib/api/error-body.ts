import type { ViewedEnvironment } from "#lib/auth/viewer";
import { config } from "#lib/config";
import type { DomainError } from "#lib/errors";
import { paths } from "#lib/paths";

/** What an error's body needs to know of its request. `environment` is null before anybody is known. */
export interface ErrorContext {
  requestId: string;
  environment: ViewedEnvironment | null;
}

/** The API's error object. */
export function errorBody({ message, facts }: DomainError, { requestId, environment }: ErrorContext) {
  const { code, declineCode, param, extra, type } = facts;
  return {
    error: {
      ...(code === undefined ? {} : { code, doc_url: docUrl(code) }),
      ...(declineCode === undefined ? {} : { decline_code: declineCode }),
      ...extra,
      message,
      ...(param === undefined ? {} : { param }),
      ...(environment ? { request_log_url: requestLogUrl(environment, requestId) } : {}),
      type,
    },
  };
}

/** The body of a 500: what happened is in the server's log, under the request's id. */
export function failureBody({ requestId, environment }: ErrorContext) {
  return {
    error: {
      message: `An unknown error occurred on our side. It is logged under the request id ${requestId}; you may try again.`,
      ...(environment ? { request_log_url: requestLogUrl(environment, requestId) } : {}),
      type: "api_error",
    },
  };
}

/** Where the dashboard shows a request. */
function requestLogUrl(environment: ViewedEnvironment, requestId: string): string {
  return `${config().publicUrl}${paths.requestLog({ environment }, requestId)}`;
}

function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}`;
}
