import type { Scope } from "#db/transaction";
import { listNamed } from "./all.ts";
import type { Reading, Total } from "./list-source.ts";
import type { QueryParams } from "./read-params.ts";

/** Adds up all that an address of a list lets pass. Reads every row of it: for a worker. */
export function sumList(
  scope: Scope,
  { list, address, reading }: { list: string; address: QueryParams; reading: Reading },
): Promise<Total[]> {
  return listNamed(list).sum(scope, address, reading);
}
