import type { APIRequestContext } from "@playwright/test";
import { demoKeys } from "#lib/demo/credentials";

/**
 * Somebody of the demo business who sent money ahead, of which some can go back, and some waits for them to name their
 * bank account: their id, and that of what waits.
 */
export async function aReturnThatWaits(
  request: APIRequestContext,
  email = "fill_never@example.com",
): Promise<{ customer: string; id: string }> {
  const headers = { authorization: `Bearer ${demoKeys.secret}` };
  const owner = { form: { email }, headers };
  const { id: customer } = await (await request.post("/v1/customers", owner)).json();
  const form = { amount: "2500", currency: "eur" };
  await request.post(`/v1/test_helpers/customers/${customer}/fund_cash_balance`, { form, headers });
  const back = { origin: "customer_balance", customer, amount: "500", currency: "eur" };
  const { id } = await (await request.post("/v1/refunds", { form: back, headers })).json();
  return { customer, id };
}
