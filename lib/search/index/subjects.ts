import type { SearchedKind } from "#db/schema/search";

/** An object that has to be indexed anew. */
export interface Subject {
  environmentId: number;
  kind: SearchedKind;
  objectId: string;
}

interface EventFacts {
  environmentId: number;
  type: string;
  objectId: string;
  paymentIntentId: string | null;
  previousAttributes: Record<string, unknown> | null;
}

const byRoot: Readonly<Record<string, SearchedKind | undefined>> = {
  coupon: "coupon",
  payment_intent: "payment",
  payout: "payout",
  plan: "price",
  price: "price",
  product: "product",
  refund: "refund",
};
const byPrefix: Readonly<Record<string, SearchedKind | undefined>> = {
  ch: "charge",
  py: "charge",
  re: "refund",
  pyr: "refund",
  cus: "customer",
  du: "dispute",
};

/** What an event says has changed: its object, and the payment that it belongs to. */
export function subjectsOf({ environmentId, type, objectId, paymentIntentId }: EventFacts): Subject[] {
  const [root = ""] = type.split(".", 1);
  const kind = byRoot[root] ?? byPrefix[objectId.split("_", 1)[0] ?? ""];
  const own = kind ? [{ environmentId, kind, objectId }] : [];
  if (paymentIntentId === null || kind === "payment") return own;
  return [...own, { environmentId, kind: "payment", objectId: paymentIntentId }];
}

/** What a customer says of themselves that their payments are found by. */
const told = ["name", "business_name", "individual_name", "email"];

/** The customer whose payments are found by other words since an event: of who is deleted no name is left. */
export function renamedBy({ environmentId, type, objectId, previousAttributes }: EventFacts): Subject[] {
  const isRenamed = type === "customer.updated" && told.some((name) => name in (previousAttributes ?? {}));
  return isRenamed || type === "customer.deleted" ? [{ environmentId, kind: "customer", objectId }] : [];
}

/** Each only once, by environment and kind. */
export function grouped(
  subjects: readonly Subject[],
): { environmentId: number; kind: SearchedKind; ids: string[] }[] {
  const groups = new Map<string, { environmentId: number; kind: SearchedKind; ids: Set<string> }>();
  for (const { environmentId, kind, objectId } of subjects) {
    const key = `${environmentId} ${kind}`;
    const group = groups.get(key) ?? { environmentId, kind, ids: new Set() };
    groups.set(key, group);
    group.ids.add(objectId);
  }
  return [...groups.values()].map(({ ids, ...group }) => ({ ...group, ids: [...ids] }));
}
