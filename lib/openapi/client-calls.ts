import type { Endpoint } from "#lib/api/endpoint";
import client from "./client.json" with { type: "json" };
import type { Schema } from "./params-schema.ts";

/** How the official client calls an endpoint and what it promises to answer. */
export interface ClientCall {
  /** `customers.create` */
  name: string;
  kind: string | null;
  answer: "object" | "list" | "search" | "deleted";
}

const read: { calls: Record<string, unknown>; objects: Record<string, Schema> } = client;
const calls = new Map(Object.entries(read.calls));

/** Read out of the client's declarations; undefined where it has no method for the endpoint. */
export function clientCallOf({ method, path }: Pick<Endpoint, "method" | "path">): ClientCall | undefined {
  // The file is made by bin/reference.ts, and a test compares it.
  return calls.get(`${method} ${path.replaceAll(/:\w+/g, ":id")}`) as ClientCall | undefined;
}

/** The fields of each kind of object, as the client's types have them, by kind. */
export const clientObjects = read.objects;
