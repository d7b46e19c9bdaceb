import { z } from "zod";
import type { Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Download } from "#lib/files/download";
import type { Upload } from "#lib/files/upload";
import { parseParams } from "./parse-params.ts";
import type { UploadRule } from "./read-upload.ts";

/** An API object as it is sent. */
export type Wire = object;

/** What a path such as `/v1/refunds/:id` brings: `{ id: string }`. */
type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & PathParams<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown;

export type Input<Path extends string, Params extends z.ZodObject> = z.output<Params> & PathParams<Path>;

interface Options<Params extends z.ZodObject> {
  /** What the caller needs; asked before anything else, and again by the command or query. */
  permission: Permission;
  /** Strict: an unknown parameter is an error that names it. Without `expand`, which every endpoint takes. */
  params?: Params;
  /** Open to publishable keys, which then have these permissions for this call and no others. */
  publishable?: readonly Permission[];
}

type Handler<Path extends string, Params extends z.ZodObject, Result, Extra = unknown> = (
  viewer: Viewer,
  input: Input<Path, Params> & Extra,
) => Promise<Result>;

/**
 * How a call is carried out. `read`: no transaction. `write`: one transaction, with the idempotency key.
 * `operation`: the command asks a processor and claims the key itself.
 */
export type Flow = "read" | "write" | "operation";

/** A call whose parameters are understood. `run` yields what `answer` turns into the object to send. */
export interface Call {
  run(viewer: Viewer): Promise<unknown>;
  answer(viewer: Viewer, result: unknown): Promise<Wire>;
  /** Instead of both, where the contents of a file are sent. */
  download?(viewer: Viewer): Promise<Download>;
}

export interface Endpoint {
  /** The kind of object it belongs to; empty before `resource` has taken it in. */
  object: string;
  method: "GET" | "POST" | "DELETE";
  path: string;
  permission: Permission;
  publishable: readonly Permission[] | null;
  params: z.ZodObject;
  flow: Flow;
  /** How it takes a file, as multipart/form-data; null where it takes a plain form. */
  upload: UploadRule | null;
  /** Understands the parameters, or throws the error that names the wrong one. */
  call(given: Record<string, unknown>, path: Record<string, string>, upload?: Upload): Call;
}

/** Reads one object. */
export function get<Path extends string, Params extends z.ZodObject = NoParams>(
  path: Path,
  options: Options<Params>,
  handler: Handler<Path, Params, Wire>,
): Endpoint {
  return direct("GET", "read", path, options, handler);
}

/** Reads a list: its `params` come from `listParams`, its answer from `pageOf`. */
export const list = get;

/** Changes something in one transaction, stored together with the answer of its idempotency key. */
export function post<Path extends string, Params extends z.ZodObject = NoParams>(
  path: Path,
  options: Options<Params>,
  handler: Handler<Path, Params, Wire>,
): Endpoint {
  return direct("POST", "write", path, options, handler);
}

/** Deletes something, as `post`. */
export function del<Path extends string, Params extends z.ZodObject = NoParams>(
  path: Path,
  options: Options<Params>,
  handler: Handler<Path, Params, Wire>,
): Endpoint {
  return direct("DELETE", "write", path, options, handler);
}

/**
 * Runs a command that asks a processor, and so opens its transactions and takes `viewer.claim` itself.
 * `answer` makes the API's object of the command's result; it may run inside the settling transaction.
 */
export function postThroughProcessor<Path extends string, Result, Params extends z.ZodObject = NoParams>(
  path: Path,
  options: Options<Params>,
  command: Handler<Path, Params, Result>,
  answer: (viewer: Viewer, result: Result) => Wire | Promise<Wire>,
): Endpoint {
  return endpoint("POST", "operation", path, options, command, answer);
}

/** Takes a file, which comes to the handler as `file`; else as `post`. */
export function postFile<Path extends string, Params extends z.ZodObject = NoParams>(
  path: Path,
  { limit, ...options }: Options<Params> & Pick<UploadRule, "limit">,
  handler: Handler<Path, Params, Wire, { file: Upload }>,
): Endpoint {
  return { ...direct("POST", "write", path, options, handler), upload: { field: "file", limit } };
}

/** Sends the contents of a file instead of an object. */
export function download<Path extends string>(
  path: Path,
  options: Options<NoParams>,
  handler: Handler<Path, NoParams, Download>,
): Endpoint {
  const reading = direct("GET", "read", path, options, handler);
  return {
    ...reading,
    call(given, pathParams) {
      const { run, answer } = reading.call(given, pathParams);
      return { run, answer, download: async (viewer) => run(viewer) as Promise<Download> };
    },
  };
}

/** How objects of a kind are found and what they can show when asked to `expand`. */
export interface ResourceFacts {
  /** What ids of this kind begin with, such as `ch`. */
  prefixes?: readonly string[];
  /** The object of an id, for `expand`. Authorizes by itself, as every query. */
  load?(viewer: Viewer, id: string): Promise<Wire>;
  /** Members that hold an id and can show the object, also inside a hash: `invoice_settings.default_payment_method`. */
  expandable?: readonly string[];
  /**
   * The kinds of members of which an id says nothing: its callers make it up, as `{ product: "product" }`, or there is
   * none, as of what is there only when asked for.
   */
  kinds?: Readonly<Record<string, string>>;
  /** All that a publishable key retrieves of it; without a list everything, where it may retrieve it. */
  retrievable?: readonly string[];
  /** Members that are there only when asked for, such as a charge's `refunds`. */
  includable?: Readonly<Record<string, (viewer: Viewer, id: string) => Promise<unknown>>>;
}

export interface Resource extends ResourceFacts {
  /** The `object` member of its kind. */
  object: string;
  endpoints: readonly Endpoint[];
}

/** The endpoints of one kind of object. Listed in `registry.ts`. */
export function resource(
  object: string,
  endpoints: Record<string, Endpoint>,
  facts: ResourceFacts = {},
): Resource {
  return {
    object,
    endpoints: Object.values(endpoints).map((endpoint) => ({ ...endpoint, object })),
    ...facts,
  };
}

type NoParams = z.ZodObject<Record<never, never>, z.core.$strict>;
const noParams: z.ZodObject = z.strictObject({});

function direct<Path extends string, Params extends z.ZodObject, Extra>(
  method: Endpoint["method"],
  flow: Flow,
  path: Path,
  options: Options<Params>,
  handler: Handler<Path, Params, Wire, Extra>,
): Endpoint {
  return endpoint(method, flow, path, options, handler, (_viewer, wire) => wire);
}

function endpoint<Path extends string, Params extends z.ZodObject, Result, Extra>(
  method: Endpoint["method"],
  flow: Flow,
  path: Path,
  { permission, params, publishable }: Options<Params>,
  command: Handler<Path, Params, Result, Extra>,
  answer: (viewer: Viewer, result: Result) => Wire | Promise<Wire>,
): Endpoint {
  const schema = params ?? noParams;
  return {
    object: "",
    method,
    path,
    permission,
    publishable: publishable ?? null,
    params: schema,
    flow,
    upload: null,
    call(given, pathParams, file) {
      const parsed: object = { ...parseParams(schema, given), ...pathParams, ...(file && { file }) };
      // The schema, the path's pattern and the file are what Input is made of.
      const input = parsed as Input<Path, Params> & Extra;
      return {
        run: (viewer) => command(viewer, input),
        answer: async (viewer, result) => answer(viewer, result as Result),
      };
    },
  };
}
