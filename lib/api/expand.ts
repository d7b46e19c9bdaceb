import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import type { Resource, Wire } from "./endpoint.ts";
import { isHash } from "./form-values.ts";
import { totalCountOf } from "./search-result.ts";
import { assertShown } from "./sees.ts";

const maximumDepth = 4;
const maximumPaths = 100;

type Hash = Record<string, unknown>;
export type Expander = (viewer: Viewer, wire: Wire, paths: readonly string[]) => Promise<Wire>;

/** The paths of the `expand[]` parameter. */
export function expandPaths(asked: unknown): readonly string[] {
  if (asked === undefined) return none;
  const paths = isHash(asked) ? Object.values(asked) : asked;
  if (!Array.isArray(paths)) throw invalid("Invalid array", { param: "expand" });
  if (paths.length > maximumPaths) {
    throw invalid(`You can expand up to ${maximumPaths} properties at once.`, { param: "expand" });
  }
  return paths.map(checkedPath);
}

/**
 * Puts objects in the place of their ids. Each object is fetched by its own kind's query, so that what the
 * viewer may not see stays unseen; once a request, however often it is named.
 */
export function createExpander(resources: readonly Resource[]): Expander {
  const kinds = new Map(resources.map((resource) => [resource.object, resource]));
  const byPrefix = new Map(
    resources.flatMap((resource) => (resource.prefixes ?? []).map((prefix) => [prefix, resource] as const)),
  );
  return async (viewer, wire, paths) => {
    if (paths.length === 0) return wire;
    const root: unknown = structuredClone(wire);
    const context: Context = { viewer, kinds, byPrefix, loaded: new Map() };
    for (const path of paths) {
      const total = path === "total_count" ? totalCountOf(wire) : undefined;
      if (total && isObject(root)) root.total_count = await total;
      else await expandPath(context, root, path.split("."), path);
    }
    return isHash(root) ? root : wire;
  };
}

interface Context {
  viewer: Viewer;
  kinds: ReadonlyMap<string, Resource>;
  byPrefix: ReadonlyMap<string, Resource>;
  loaded: Map<string, Promise<Wire>>;
}

const none: readonly string[] = [];

function checkedPath(path: unknown): string {
  if (typeof path !== "string") throw invalid("Invalid string in expand", { param: "expand" });
  if (path === "")
    throw invalid("You passed an empty string in expand.", {
      code: "parameter_invalid_empty",
      param: "expand",
    });
  if (path.split(".").filter((part) => part !== "data").length > maximumDepth) {
    throw invalid(`You cannot expand more than ${maximumDepth} levels of a property. Property: ${path}`, {
      param: "expand",
    });
  }
  return path;
}

async function expandPath(context: Context, value: unknown, parts: string[], path: string): Promise<void> {
  if (parts.length === 0 || !isObject(value)) return;
  if (value.deleted === true) return;
  if (isList(value)) return expandList(context, value, parts, path);
  const kind = context.kinds.get(String(value.object));
  const taken = kind ? partsOf(kind, parts) : 0;
  if (!kind || taken === 0) throw cannot(parts[0] ?? path);
  const field = parts.slice(0, taken).join(".");
  const rest = parts.slice(taken);

  const include = kind.includable?.[field];
  const holder = holderOf(value, field);
  if (!holder) return;
  const name = field.slice(field.lastIndexOf(".") + 1);
  const named = kind.kinds?.[field];
  if (include) {
    assertShown(context.viewer, named ?? null);
    holder[name] ??= structuredClone(await include(context.viewer, String(value.id)));
  } else if (typeof holder[name] === "string") holder[name] = await load(context, holder[name], named);
  await expandPath(context, holder[name], rest, path);
}

async function expandList(context: Context, list: Hash & { data: unknown[] }, parts: string[], path: string) {
  const [first, ...rest] = parts;
  if (first === "total_count") throw uncounted();
  if (first !== "data")
    throw cannot(first ?? path, ` You may want to try expanding 'data.${parts.join(".")}' instead.`);
  if (rest.length === 0) throw cannot("data");
  for (const item of list.data) await expandPath(context, item, rest, path);
}

/** How many parts of the path name a member of this kind: one, or more for a member inside a hash. */
function partsOf({ expandable = [], includable = {} }: Resource, parts: string[]): number {
  for (let taken = 1; taken <= parts.length; taken++) {
    const field = parts.slice(0, taken).join(".");
    if (expandable.includes(field) || Object.hasOwn(includable, field)) return taken;
  }
  return 0;
}

/** The object or hash that a dotted field is a member of; null when it is not there. */
function holderOf(object: Hash, field: string): Hash | null {
  let holder: unknown = object;
  for (const name of field.split(".").slice(0, -1)) holder = isObject(holder) ? holder[name] : null;
  return isObject(holder) ? holder : null;
}

async function load(
  { viewer, kinds, byPrefix, loaded }: Context,
  id: string,
  named?: string,
): Promise<unknown> {
  const kind = named === undefined ? byPrefix.get(id.slice(0, id.indexOf("_"))) : kinds.get(named);
  if (!kind?.load) return id;
  assertShown(viewer, kind.object);
  const key = `${named ?? ""} ${id}`;
  let found = loaded.get(key);
  if (!found) loaded.set(key, (found = kind.load(viewer.publishable ? inBrowser(viewer) : viewer, id)));
  // A copy each time: the same object may be expanded further in one place and not in another.
  return structuredClone(await found);
}

/** A browser that knows a payment's secret sees what it is paid with. */
function inBrowser(viewer: Viewer): Viewer {
  return { ...viewer, permissions: new Set(["customers:read"]) };
}

function cannot(property: string, hint = "") {
  return invalid(`This property cannot be expanded (${property}).${hint}`, { param: "expand" });
}

/** No version counts lists any more: https://docs.stripe.com/changelog/basil/2025-03-31/deprecate-total-count-expansion */
function uncounted() {
  const message = "Expanding total_count is not possible. Page through the list for as long as it has_more.";
  return invalid(message, { code: "property_forbidden", param: "expand" });
}

function isObject(value: unknown): value is Hash {
  return isHash(value);
}

function isList(value: Hash): value is Hash & { data: unknown[] } {
  return (value.object === "list" || value.object === "search_result") && Array.isArray(value.data);
}
