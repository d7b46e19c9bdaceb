import type { Resource } from "./endpoint.ts";
import { isHash } from "./form-values.ts";

/** An answer as a browser gets it. */
export type BrowserForm = (body: object) => object;

/**
 * Leaves out of an answer, and of what its error names, all that a publishable key does not retrieve; what the business
 * wrote beside what is paid with is empty.
 */
export function createBrowserForm(resources: readonly Resource[]): BrowserForm {
  const retrievable = new Map(
    resources.map(({ object, retrievable: members }) => [object, members && new Set(members)]),
  );
  return shown;

  function shown(body: object): Record<string, unknown> {
    const members = "object" in body ? retrievable.get(String(body.object)) : undefined;
    const kept = Object.entries(body).filter(([name]) => members?.has(name) ?? true);
    return Object.fromEntries(kept.map(([name, member]) => [name, inside(member)]));
  }

  function inside(member: unknown): unknown {
    if (!isHash(member)) return member;
    return member.object === "payment_method" ? { ...shown(member), metadata: {} } : shown(member);
  }
}
