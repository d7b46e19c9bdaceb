import type { Params } from "#lib/api/form-values";

export type Hash = Record<string, unknown>;

/** One difference between two versions of the API, as pure transforms of what is sent. */
export interface VersionChange {
  /** The first version that has it. */
  since: string;
  /** Objects as they were before. */
  before?: FormBefore;
  /** The parameters of a call as they are named since, with what went without saying before. */
  up?(call: CallBefore, params: Params): Params;
}

export interface FormBefore {
  /** The kinds of objects it is about: their `object` member. */
  objects: readonly string[];
  /** What that form showed whole, whether or not it was asked to. */
  shownWhole: readonly string[];
  /** `sent`: the same object as the latest version sends it, before anything is shown whole. */
  down(object: Hash, sent: Hash): Hash;
  /** The object of an event, in this form, without what came to it after `at`: Unix seconds. */
  asOf?(object: Hash, at: number): Hash;
}

export interface CallBefore {
  method: string;
  path: string;
}
