import type { Endpoint } from "./endpoint.ts";

interface Leaf {
  endpoint: Endpoint;
  /** What the path calls its variables, in order. */
  names: string[];
}

interface Node {
  fixed: Map<string, Node>;
  variable: Node | null;
  leaves: Map<string, Leaf>;
}

export interface Route {
  endpoint: Endpoint;
  /** What the path's variables stand for. */
  path: Record<string, string>;
}

export type Router = (method: string, path: string) => Route | null;

/** Parts of addresses that are never an object's id, whether or not the endpoint they name is built. */
const reserved: ReadonlySet<string> = new Set(["search"]);

/** Finds the endpoint of a path without trying one pattern after the other. A fixed part goes before a variable. */
export function createRouter(endpoints: readonly Endpoint[]): Router {
  const root = emptyNode();
  for (const endpoint of endpoints) add(root, endpoint);
  return (method, path) => find(root, method, path.split("/"));
}

function add(root: Node, endpoint: Endpoint): void {
  const names: string[] = [];
  let node = root;
  for (const part of endpoint.path.split("/")) {
    if (part.startsWith(":")) {
      names.push(part.slice(1));
      node = node.variable ??= emptyNode();
    } else {
      const next: Node = node.fixed.get(part) ?? emptyNode();
      node.fixed.set(part, next);
      node = next;
    }
  }
  if (node.leaves.has(endpoint.method)) throw new Error(`Two endpoints: ${endpoint.method} ${endpoint.path}`);
  node.leaves.set(endpoint.method, { endpoint, names });
}

function find(root: Node, method: string, parts: string[]): Route | null {
  const values: string[] = [];
  let node = root;
  for (const part of parts) {
    const fixed = node.fixed.get(part);
    if (fixed) {
      node = fixed;
      continue;
    }
    const value = decoded(part);
    if (!node.variable || value === "" || reserved.has(value)) return null;
    values.push(value);
    node = node.variable;
  }
  const leaf = node.leaves.get(method);
  return leaf ? { endpoint: leaf.endpoint, path: named(leaf.names, values) } : null;
}

function named(names: string[], values: string[]): Record<string, string> {
  const path: Record<string, string> = {};
  for (let at = 0; at < names.length; at++) path[names[at] ?? ""] = values[at] ?? "";
  return path;
}

/** Empty for what cannot be the value of a variable. */
function decoded(part: string): string {
  if (!part.includes("%")) return part;
  try {
    const text = decodeURIComponent(part);
    return text.includes("\0") ? "" : text;
  } catch {
    return "";
  }
}

function emptyNode(): Node {
  return { fixed: new Map(), variable: null, leaves: new Map() };
}
