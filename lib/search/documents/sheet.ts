import type { Metadata } from "#db/schema/customers";

/** What is known of an object when it is searched for. Made from its row, never kept. */
export interface Sheet {
  id: string;
  createdAt: number;
  /** Values that are equal or not, by the dashboard's filter. */
  facts: Readonly<Record<string, readonly (string | null | undefined)[]>>;
  /** Texts, by the dashboard's filter; their words are found without one. */
  texts: Readonly<Record<string, readonly (string | null | undefined)[]>>;
  /** The names of the texts that say who somebody is: who is to be discreet finds them only whole. */
  personal?: readonly string[];
  metadata: Metadata;
  /** Minor units. */
  money: readonly { amount: number; currency: string }[];
  /** What the API's search fields hold; null is nothing. Only of kinds it can search. */
  api?: ApiValues;
}

export type ApiValues = Readonly<Record<string, string | number | boolean | null>>;

/** The values that are there. */
export function said(values: readonly (string | null | undefined)[] = []): string[] {
  return values.flatMap((value) => value || []);
}
