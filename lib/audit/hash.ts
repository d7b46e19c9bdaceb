import { createHash } from "node:crypto";
import type { auditLines } from "#db/schema/index";

export type AuditLine = typeof auditLines.$inferSelect;

/** What the first line of a chain follows. */
export const genesis = "0".repeat(64);

/** The hash that seals a line: over all it says and the hash of the line before. */
export function hashOf(line: Omit<AuditLine, "hash">): string {
  return createHash("sha256").update(canonical(line)).digest("hex");
}

/** JSON whose text does not depend on the order in which members were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join()}}`;
}
