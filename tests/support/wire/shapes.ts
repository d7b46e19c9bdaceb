/** What a value may be. */
export type Shape =
  | "string"
  | "number"
  | "null"
  /** Whatever it is: the types do not say. */
  | "anything"
  | { oneOf: (string | number | boolean)[] }
  | { list: Shape }
  /** A hash whose keys are the caller's. */
  | { map: Shape }
  /** The name of a hash in `hashes`. */
  | { hash: string }
  | { either: Shape[] };

export interface Member {
  shape: Shape;
  /** Whether it may be left out. */
  optional: boolean;
}

export type Hash = Record<string, Member>;

/** By the path of a parameter, such as `card.exp_month`, the values that it has names for; often none. */
export type Params = Record<string, string[]>;

/** What the official client's types say of every object. */
export interface Shapes {
  hashes: Record<string, Hash>;
  /** By the `object` member, the names of the hashes that have it: the object, and what is left of a deleted one. */
  kinds: Record<string, string[]>;
  /** By the type of an event, what its `data.object` is. */
  events: Record<string, Shape>;
  /** By the name of a call that we have too, what can be sent with it. */
  params: Record<string, Params>;
}
