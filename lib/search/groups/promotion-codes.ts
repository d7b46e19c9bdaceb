import { and, asc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { coupons, promotionCodes } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";
import type { Query } from "../query/read-query.ts";
import type { Hit } from "./group.ts";

/** Codes of coupons that are, or begin with, the one word that was typed, in any case. Each leads to its page. */
export async function promotionCodeHits(viewer: Viewer, query: Query, limit: number): Promise<Hit[]> {
  const begun = codeIn(query);
  if (begun === null) return [];
  const spelling = sql`lower(${promotionCodes.code})`;
  const { db, environmentId } = await reader(viewer);
  const rows = await db
    .select({ code: promotionCodes, name: coupons.name })
    .from(promotionCodes)
    .innerJoin(
      coupons,
      and(eq(coupons.environmentId, promotionCodes.environmentId), eq(coupons.id, promotionCodes.couponId)),
    )
    .where(
      and(
        eq(promotionCodes.environmentId, environmentId),
        gte(spelling, begun),
        lt(spelling, `${begun}\uffff`),
        isNull(coupons.deletedAt),
      ),
    )
    .orderBy(asc(spelling))
    .limit(limit);
  return rows.map(({ code: { id, code, couponId, createdAt }, name }) => ({
    id,
    href: paths.promotionCode(viewer, couponId, id),
    title: code,
    detail: name ?? couponId,
    state: null,
    money: null,
    at: createdAt,
  }));
}

function codeIn({ clauses: [clause, ...others] }: Query): string | null {
  if (clause?.kind !== "words" || clause.negated || others.length > 0) return null;
  return clause.source.replaceAll('"', "").toLowerCase();
}
