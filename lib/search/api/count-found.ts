import { reader, type Scope } from "#db/transaction";
import type { Kind } from "../documents/kind.ts";
import { find, type Wanted } from "../find.ts";

/** As far as results are counted: https://docs.stripe.com/api/charges/search */
const most = 10_000;
const atOnce = 200;

/** How many objects fit, up to ten thousand; others have their turn between the steps. */
export async function countFound(scope: Scope, kind: Kind, wanted: Wanted): Promise<number> {
  let count = 0;
  let before: number | undefined;
  do {
    const { found, next } = await find(await reader(scope), kind, wanted, { limit: atOnce, before });
    count += found.length;
    before = next ?? undefined;
    await new Promise((resolve) => setImmediate(resolve));
  } while (before !== undefined && count < most);
  return Math.min(count, most);
}
