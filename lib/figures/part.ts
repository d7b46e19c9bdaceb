import { type SQL, sql } from "drizzle-orm";
import { charges } from "#db/schema/index";
import type { FacetName } from "./overview.ts";

/** What figures tell apart by one of these words. */
export interface FacetPart {
  facet: FacetName;
  words: readonly string[];
}

/** A part of what a figure counts: what has one of some words, or what one customer paid. */
export type Part = FacetPart | { customerId: string };

const { paymentMethodDetails: details, outcome, declineCode, failureCode } = charges;

const type = sql`${details} ->> 'type'`;

/** What `cells.ts` tells charges apart by, in the database's words. */
const told: Record<FacetName, SQL> = {
  country: sql`coalesce(${details} -> 'card' ->> 'country',
    case when ${type} = 'us_bank_account' then 'US' else ${details} -> 'sepa_debit' ->> 'country' end, '')`,
  method: type,
  brand: sql`coalesce(${details} -> 'card' ->> 'brand', '')`,
  reason: sql`case when ${outcome} ->> 'type' = 'blocked' then 'blocked'
    else coalesce(${declineCode}, ${failureCode}, 'unknown') end`,
};

/** Whether a charge belongs to a part. */
export function belongsTo({ facet, words }: FacetPart): SQL {
  return sql`${told[facet]} in ${[...words]}`;
}
