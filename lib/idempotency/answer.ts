import type { Viewer } from "#lib/auth/viewer";
import type { ClaimOutcome } from "./claim.ts";

/** What a caller was told, kept to be told again. */
export interface Answer {
  /** HTTP status. */
  status: number;
  /** What the door makes its answer of: the API's object, a form's destination. */
  body: unknown;
  /** The request that was answered first. */
  requestId: string | null;
}

/** A caller's key and what it stands for. */
export interface KeyedRequest {
  door: "api" | "form";
  key: string;
  /** What was asked, and by whom: the same key may not mean two things. Made by `fingerprintOf`. */
  fingerprint: string;
  /** What to store of an outcome. Awaits nothing but the database. */
  toAnswer(viewer: Viewer, outcome: ClaimOutcome): Promise<Omit<Answer, "requestId">>;
}

const brand = Symbol.for("comptoir.replay");

/** Thrown inside a transaction that finds its key answered already: nothing of it may stay. */
export interface Replay extends Error {
  readonly [brand]: true;
  readonly answer: Answer;
}

/** The exception that carries a key's first answer out of the transaction. */
export function replay(answer: Answer): Replay {
  return Object.assign(new Error("This key was answered already"), { [brand]: true as const, answer });
}

/** Recognised by its brand: server and Next each hold their own copy of this module. */
export function isReplay(error: unknown): error is Replay {
  return typeof error === "object" && error !== null && brand in error;
}
