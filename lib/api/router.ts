import type { Endpoint } from "./endpoint.ts";

interface Node {
  fixed: Map<string, Node>;
  variable: { name: string; node: Node } | null;
  endpoints: Map<string, Endpoint>;
}

export interface Route {
  endpoint: Endpoint;
  /** What the path's variables stand for. */
  path: Record<string, string>;
}

export type Router = (method: string, path: string) => Route | null;

/** Finds the endpoint of a path without trying one pattern after the other. A fixed part goes before a variable. */
export function createRouter(endpoints: readonly Endpoint[]): Router {
  const root = emptyNode();
  for (const endpoint of endpoints) add(root, endpoint);
  return (method, path) => find(root, method, path.split("/"));
}

function add(root: Node, endpoint: Endpoint): void {
  let node = root;
  for (const part of endpoint.path.split("/"))
    node = part.startsWith(":") ? variable(node, part) : fixed(node, part);
  if (node.endpoints.has(endpoint.method))
    throw new Error(`Two endpoints: ${endpoint.method} ${endpoint.path}`);
  node.endpoints.set(endpoint.method, endpoint);
}

function fixed(node: Node, part: string): Node {
  const next = node.fixed.get(part) ?? emptyNode();
  node.fixed.set(part, next);
  return next;
}

function variable(node: Node, part: string): Node {
  const name = part.slice(1);
  node.variable ??= { name, node: emptyNode() };
  if (node.variable.name !== name)
    throw new Error(`Two names for one part of a path: ${part}, :${node.variable.name}`);
  return node.variable.node;
}

function find(root: Node, method: string, parts: string[]): Route | null {
  let node = root;
  const path: Record<string, string> = {};
  for (const part of parts) {
    const next = node.fixed.get(part);
    if (next) {
      node = next;
      continue;
    }
    const value = node.variable ? decoded(part) : "";
    if (!node.variable || value === "") return null;
    path[node.variable.name] = value;
    node = node.variable.node;
  }
  const endpoint = node.endpoints.get(method);
  return endpoint ? { endpoint, path } : null;
}

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
  return { fixed: new Map(), variable: null, endpoints: new Map() };
}
