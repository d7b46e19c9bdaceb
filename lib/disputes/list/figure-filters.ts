import { isNull, sql, type SQL } from "drizzle-orm";
import { charges, disputes } from "#db/schema/index";
import { both, type Filter } from "#lib/lists/filters/filter";
import { choiceFilter } from "#lib/lists/filters/choice-filter";
import { oneOf } from "#lib/lists/read-params";
import { productKinds } from "../product-kinds.ts";

/** For what is not known: no product was said, nobody answered, no card has a country. */
export const unknown = "none";

/** Whether a dispute was answered. */
export const answers = ["yes", "no"] as const;
type Answered = (typeof answers)[number];

/** How disputes end. */
export const endings = ["bank", "acceptance", "deadline", "refund"] as const;

/** Of the country of the card, by its code. */
const countryFilter: Filter<{ country: string | null }> = {
  params: ["country"],
  read: ({ one }) => ({ country: one("country", (text) => (/^([A-Z]{2}|none)$/.test(text) ? text : null)) }),
  write: ({ country }) => ({ country }),
  conditions: ({ country }) =>
    country === null ? [] : [{ column: disputes.chargeId, holds: chargeHolds(country) }],
};

/** The country of a charge's card: null for other methods. */
export const cardCountry: SQL<string | null> = sql`${charges.paymentMethodDetails} -> 'card' ->> 'country'`;

function chargeHolds(country: string): SQL {
  const test = country === unknown ? isNull(cardCountry) : sql`${cardCountry} = ${country}`;
  return sql`exists (select 1 from ${charges} where ${charges.environmentId} = ${disputes.environmentId}
    and ${charges.id} = ${disputes.chargeId} and ${test})`;
}

/** Who answered, by id. */
const agentFilter: Filter<{ agent: string | null }> = {
  params: ["agent"],
  read: ({ one }) => ({ agent: one("agent", (text) => (/^(\w+_\w+|none)$/.test(text) ? text : null)) }),
  write: ({ agent }) => ({ agent }),
  conditions: ({ agent }) => {
    if (agent === null) return [];
    const holds = agent === unknown ? isNull(agentId) : sql`${agentId} = ${agent}`;
    return [{ column: disputes.answeredBy, holds }];
  },
};

const agentId: SQL<string | null> = sql`${disputes.answeredBy} ->> 'id'`;

/** What was sold, as whoever answered said. */
const productFilter: Filter<{ product: string | null }> = {
  params: ["product"],
  read: ({ one }) => ({ product: one("product", oneOf([...productKinds, unknown])) }),
  write: ({ product }) => ({ product }),
  conditions: ({ product }) => {
    if (product === null) return [];
    const { productKind: column } = disputes;
    return product === unknown
      ? [{ column, holds: isNull(column) }]
      : [{ column, among: [product], indexed: false }];
  },
};

/** Whether they were answered: evidence was sent, or they were accepted. */
const answeredFilter: Filter<{ answered: Answered | null }> = {
  params: ["answered"],
  read: ({ one }) => ({ answered: one("answered", oneOf(answers)) }),
  write: ({ answered }) => ({ answered }),
  conditions: ({ answered }) => {
    if (answered === null) return [];
    const sent = sql`${disputes.submittedAt} is not null`;
    const accepted = sql`coalesce(${disputes.closedBy}, '') = 'acceptance'`;
    const holds = answered === "yes" ? sql`(${sent} or ${accepted})` : sql`not (${sent} or ${accepted})`;
    return [{ column: disputes.submittedAt, holds }];
  },
};

const endedFilter = choiceFilter("ended", {
  words: endings,
  column: disputes.closedBy,
  put: (endedBy) => ({ endedBy }),
  get: ({ endedBy }: { endedBy: (typeof endings)[number][] }) => endedBy,
});

/** What the figures of disputes are told by, so that each leads to its list. */
export const figureFilters = both(
  both(countryFilter, agentFilter),
  both(productFilter, both(answeredFilter, endedFilter)),
);
