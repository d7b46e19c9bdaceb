import { judgedBusiness } from "./judged-business.ts";
import { judgedCatalogue } from "./judged-catalogue.ts";
import { judgedCustomers } from "./judged-customers.ts";
import { judgedPayments } from "./judged-payments.ts";

/**
 * What a client is asked to do with one kind of object. `$customer` stands for the id of the customer made before,
 * `$account` for the business's own, `@receipt.pdf` for a file.
 */
export interface Judged {
  kind: string;
  /** Where the Node client has it, and the class in the Python client; null where Debian's is too old to know it. */
  node: string;
  python: string | null;
  /** Left out where the objects are there anyhow: `id` is one of them. */
  create?: Given;
  id?: string;
  /** What has to be different in the second one. */
  second?: Given;
  /** The group of calls that makes one, where it is another than the one that reads it. */
  madeBy?: string;
  /** What is created instead, and brings it about. */
  comesOf?: { node: string; python: string };
  /** Part of another object: its id, and what methods call it, in the singular and in the plural. */
  within?: { id: string; node: [string, string]; python: [string, string] };
  update?: { given: Given; then: Given };
  /** Each finds the objects that were made, and no others. */
  filters?: Given[];
  /** Lists of the kind know no `created`. */
  undated?: boolean;
  /** There is no list of all, as of payment methods. */
  unlisted?: boolean;
  expand?: string;
  /** A search that finds what was made. */
  search?: string;
  deletes?: boolean;
  /** What the class can do with one, and what it is like afterwards; or what it is told of one that cannot. */
  acts?: ({ node: string; python: string; given?: Given } & ({ then: Given } | { refused: string }))[];
  /** What cannot be created, and the documented error. */
  refused?: { given: Given; code: string; param?: string }[];
}

export type Given = Record<string, unknown>;

/** In the order in which they need one another. */
export const judged: Judged[] = [
  ...judgedCustomers,
  ...judgedCatalogue,
  ...judgedPayments,
  ...judgedBusiness,
];

/** The same with ids in the place of what stands for them. */
export function filledIn<T>(given: T, ids: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(given).replaceAll(/\$(\w+)/g, (_, kind) => ids.get(kind) ?? "");
  return JSON.parse(text);
}
