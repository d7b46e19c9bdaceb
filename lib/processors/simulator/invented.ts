import { createHash } from "node:crypto";

/** Figures the networks would hand out, drawn from what they are for: the same question, the same figures. */
export interface Source {
  seed: string;
  environmentId: number;
  operationId: string;
}

/** So many decimal digits. */
export function digits(source: Source, purpose: string, length: number): string {
  const drawn = BigInt(
    `0x${digest(`${source.seed} ${source.environmentId} ${source.operationId} ${purpose}`)}`,
  );
  return String(drawn).slice(-length).padStart(length, "0");
}

/** A whole number from `low` to `high`, both included. */
export function between(source: Source, purpose: string, low: number, high: number): number {
  return low + (Number(digits(source, purpose, 9)) % (high - low + 1));
}

/** Sixteen letters and digits that tell instruments apart. Made from a test instrument's name. */
export function fingerprint(label: string): string {
  return BigInt(`0x${digest(`instrument ${label}`)}`)
    .toString(36)
    .slice(0, 16);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
