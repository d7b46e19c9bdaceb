/** Something that does not add up. */
export interface Problem {
  /** Which rule is broken. */
  check: string;
  /** Null for what belongs to no environment. */
  environmentId: number | null;
  /** The object's id, an account of the ledger or a chain. */
  subject: string;
  /** What is there and what should be. */
  message: string;
}

/** How many objects of each kind were looked at. */
export type Checked = Record<string, number>;

export interface Findings {
  problems: Problem[];
  checked: Checked;
}

/** One broken rule may show in every row: enough are told to see which it is. */
export const problemsPerCheck = 50;
