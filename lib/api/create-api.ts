import type { IncomingMessage, ServerResponse } from "node:http";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Upload } from "#lib/files/upload";
import { answerInTransaction, answerOnce, type Told } from "#lib/idempotency/answer-once";
import type { KeyedRequest } from "#lib/idempotency/answer";
import { fingerprintOf } from "#lib/idempotency/fingerprint";
import { createLimiter, type Limiter } from "#lib/limits/limiter";
import { documentedLimits, type Limits } from "#lib/limits/limits";
import { log } from "#lib/log";
import { whenFree } from "#lib/operations/when-free";
import { readAs, renderIn } from "#lib/versions/render";
import {
  assertOwnAccount,
  authenticate,
  headerOf,
  idempotencyKeyOf,
  keyInHeader,
  viewerAt,
} from "./authenticate.ts";
import { type BrowserForm, createBrowserForm } from "./browser-form.ts";
import type { Call, Endpoint, Resource, Wire } from "./endpoint.ts";
import { errorBody } from "./error-body.ts";
import { addressOf, beginExchange, type Exchange, factsOf, remember, type Reply } from "./exchange.ts";
import { createExpander, type Expander, expandPaths } from "./expand.ts";
import { decodeForm } from "./form.ts";
import { canonical } from "./form-values.ts";
import { readForm } from "./read-body.ts";
import { describe, isMultipart, readUpload } from "./read-upload.ts";
import { replyToError, unrecognizedUrl } from "./reply-to-error.ts";
import { createRouter, type Router } from "./router.ts";
import { send, sendPreflight } from "./send.ts";
import { requestedVersion } from "./version.ts";

export type ApiHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Api {
  route: Router;
  expand: Expander;
  toBrowser: BrowserForm;
  /** Null without limits. */
  enter: Limiter | null;
  /** How long an object is waited for that another request is at work on, milliseconds. */
  lockTimeout: number;
}

/**
 * The API over these resources, within limits where there are any. The handler never throws and leaves no request
 * unanswered.
 */
export function createApi(resources: readonly Resource[], limits: Limits | null = null): ApiHandler {
  const api: Api = {
    enter: limits && createLimiter(limits),
    lockTimeout: (limits ?? documentedLimits).lockTimeout,
    route: createRouter(resources.flatMap((resource) => resource.endpoints)),
    expand: createExpander(resources),
    toBrowser: createBrowserForm(resources),
  };
  return async (request, response) => {
    if (request.method === "OPTIONS") return sendPreflight(request, response);
    const exchange = beginExchange(request);
    let reply: Reply;
    try {
      reply = await answer(api, exchange);
    } catch (error) {
      // Nobody is left to be told.
      if (request.destroyed && !request.complete) return;
      reply = replyToError(exchange, error);
      if (exchange.viewer) reply.body = await errorInForm(api, exchange, exchange.viewer, reply.body);
    }
    send(response, exchange, reply);
    remember(exchange, reply);
  };
}

async function answer(api: Api, exchange: Exchange): Promise<Reply> {
  // Node leaves out the body of what answers HEAD.
  const method = exchange.method === "HEAD" ? "GET" : exchange.method;
  const route = api.route(method, exchange.path);
  if (!route) throw await unrecognizedUrl(exchange);
  const { endpoint, path } = route;
  const viewer = await identify(exchange, endpoint);
  const leave = api.enter?.({ environment: viewer.environment, endpoint, path: exchange.path });
  try {
    return await readAndCarryOut(api, exchange, { viewer, endpoint, path });
  } finally {
    leave?.();
  }
}

async function readAndCarryOut(api: Api, exchange: Exchange, asked: Omit<Asked, "upload">): Promise<Reply> {
  const upload = await readBody(exchange, asked.endpoint, asked.viewer);
  try {
    return await carryOut(api, exchange, { ...asked, upload });
  } finally {
    await upload?.settle();
  }
}

/** Reads the parameters in the body, and the file where the endpoint takes one. */
async function readBody(exchange: Exchange, endpoint: Endpoint, viewer: Viewer): Promise<Upload | null> {
  const { request, params } = exchange;
  if (endpoint.upload) {
    const upload = await readUpload(request, params, endpoint.upload, viewer.environmentId);
    exchange.uploaded = describe(endpoint.upload, upload);
    return upload;
  }
  await readParams(exchange);
  return null;
}

/** The parameters in the body of a form, which may have been looked through for a key already. */
async function readParams({ request, params }: Exchange): Promise<void> {
  if (request.readableEnded) return;
  const form = await readForm(request);
  if (form.length > 0) decodeForm(form, params);
}

interface Asked {
  viewer: Viewer;
  endpoint: Endpoint;
  path: Record<string, string>;
  upload: Upload | null;
}

async function carryOut(api: Api, exchange: Exchange, asked: Asked): Promise<Reply> {
  const { viewer, endpoint, path, upload } = asked;
  const { method } = endpoint;
  const { expand, ...given } = readAs(exchange.version, { method, path: exchange.path }, exchange.params);
  const paths = expandPaths(expand);
  const call = endpoint.call(given, path, upload ?? undefined);
  if (call.download) return { status: 200, body: {}, download: await call.download(viewer) };
  const complete = async (asker: Viewer, result: unknown): Promise<Wire> => {
    const wire = await call.answer(asker, result);
    const expanded = paths.length === 0 ? wire : await api.expand(asker, wire, paths);
    return inForm(api, exchange, asker, expanded);
  };
  const { idempotencyKey: key } = exchange;
  return whenFree(viewer, api.lockTimeout, async () => {
    if (key === null) return { status: 200, body: await plainly(viewer, endpoint, call, complete) };
    const keyed = keyedRequest(api, exchange, key, complete);
    return replyOf(exchange, await withKey(viewer, endpoint, call, keyed));
  });
}

/** Who asks, and in which terms: everything the head of the request says. */
async function identify(exchange: Exchange, endpoint: Endpoint): Promise<Viewer> {
  const { request, query } = exchange;
  if (query) decodeForm(query, exchange.params);
  exchange.authenticated = await authenticate(
    keyInHeader(request) ?? (await keyInForm(exchange)),
    addressOf(request),
  );
  const version = headerOf(request, "stripe-version");
  exchange.version =
    version === undefined ? exchange.authenticated.key.environment.apiVersion : requestedVersion(version);
  assertOwnAccount(
    headerOf(request, "stripe-account") ?? headerOf(request, "stripe-context"),
    exchange.authenticated,
  );
  if (exchange.method === "POST") exchange.idempotencyKey = idempotencyKeyOf(request);
  exchange.viewer = viewerAt(endpoint, exchange.authenticated, factsOf(exchange));
  return exchange.viewer;
}

/** A browser that may not set headers sends its publishable key as a parameter. */
async function keyInForm(exchange: Exchange): Promise<string | null> {
  if (isMultipart(exchange.request)) return null;
  await readParams(exchange);
  const { key } = exchange.params;
  if (typeof key !== "string" || !key.startsWith("pk_")) return null;
  delete exchange.params.key;
  return key;
}

/** An answer in the version that was asked for, and to a browser what it may know of it. */
async function inForm(api: Api, { version }: Exchange, viewer: Viewer, wire: object): Promise<object> {
  const rendered = await renderIn(version, wire, (object, whole) => api.expand(viewer, object, whole));
  return viewer.publishable ? api.toBrowser(rendered) : rendered;
}

/** An error with what it names in that version too, or in the latest: what went wrong is told in any case. */
async function errorInForm(api: Api, exchange: Exchange, viewer: Viewer, body: object): Promise<object> {
  try {
    return await inForm(api, exchange, viewer, body);
  } catch (error) {
    log.error({ err: error, requestId: exchange.id }, "an API error could not be told in an older version");
    return viewer.publishable ? api.toBrowser(body) : body;
  }
}

type Complete = (viewer: Viewer, result: unknown) => Promise<Wire>;

async function plainly(viewer: Viewer, { flow }: Endpoint, call: Call, complete: Complete): Promise<Wire> {
  const run = async () => complete(viewer, await call.run(viewer));
  return flow === "write" ? transaction(viewer, run) : run();
}

function withKey(viewer: Viewer, { flow }: Endpoint, call: Call, keyed: KeyedRequest): Promise<Told> {
  return flow === "operation"
    ? answerOnce(viewer, keyed, (asker) => call.run(asker))
    : answerInTransaction(viewer, keyed, (asker) => call.run(asker));
}

function keyedRequest(api: Api, exchange: Exchange, key: string, complete: Complete): KeyedRequest {
  const asked = canonical({ ...exchange.params, ...exchange.uploaded });
  return {
    door: "api",
    key,
    fingerprint: fingerprintOf(`${exchange.method} ${exchange.path}`, asked),
    async toAnswer(viewer, outcome) {
      if ("result" in outcome) return { status: 200, body: await complete(viewer, outcome.result) };
      const context = { requestId: exchange.id, environment: viewer.environment };
      const body = await errorInForm(api, exchange, viewer, errorBody(outcome.error, context));
      return { status: outcome.error.facts.status, body };
    },
  };
}

function replyOf({ id }: Exchange, { answer, replayed }: Told): Reply {
  const body = typeof answer.body === "object" && answer.body !== null ? answer.body : {};
  return { status: answer.status, body, original: answer.requestId ?? id, replayed };
}
