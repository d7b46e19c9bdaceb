import type { Params } from "#lib/api/form-values";

export type Hash = Record<string, unknown>;

/** One difference between two versions of the API, as pure transforms of what is sent. */
export interface VersionChange {
  /** The first version that has it. */
  since: string;
  /** The kind of object it is about: its `object` member. */
  object: string;
  /** What the form before showed whole, whether or not it was asked to. */
  shownWhole: readonly string[];
  /** The object as it was before. */
  down(object: Hash): Hash;
  /** The parameters of a call as they are named since. */
  up?(call: { method: string; path: string }, params: Params): Params;
}
