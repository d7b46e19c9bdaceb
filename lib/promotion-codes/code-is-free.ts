import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { promotionCodes } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";

/** Throws when an active code that the same customer could mean is spelled the same, in any case. */
export async function assertCodeIsFree(
  tx: Tx,
  { code, customerId }: { code: string; customerId: string | null },
  except = "",
): Promise<void> {
  const sameCustomer =
    customerId === null
      ? undefined
      : or(isNull(promotionCodes.customerId), eq(promotionCodes.customerId, customerId));
  const [holder] = await tx.db
    .select({ id: promotionCodes.id })
    .from(promotionCodes)
    .where(
      and(
        eq(promotionCodes.environmentId, tx.environmentId),
        eq(promotionCodes.active, true),
        sql`lower(${promotionCodes.code}) = ${code.toLowerCase()}`,
        ne(promotionCodes.id, except),
        sameCustomer,
      ),
    )
    .limit(1);
  if (!holder) return;
  throw invalid(`An active promotion code with \`code: ${code}\` already exists.`, {
    code: "resource_already_exists",
    param: "code",
  });
}
