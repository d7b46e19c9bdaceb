import type Stripe from "stripe";

export async function idOfList(stripe: Stripe, alias: string): Promise<string> {
  const { data } = await stripe.radar.valueLists.list({ alias });
  return data[0]?.id ?? "";
}

/** Adds to one of the lists that are always there. */
export const putOnList = async (stripe: Stripe, alias: string, value: string) =>
  stripe.radar.valueListItems.create({ value_list: await idOfList(stripe, alias), value });
