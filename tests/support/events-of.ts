import type Stripe from "stripe";

/** The types of the events about one object, oldest first. */
export async function eventsOf(stripe: Stripe, id: string): Promise<string[]> {
  const events = await stripe.events.list({ limit: 100 });
  return events.data
    .filter(({ data }) => "id" in data.object && data.object.id === id)
    .map(({ type }): string => type)
    .reverse();
}
