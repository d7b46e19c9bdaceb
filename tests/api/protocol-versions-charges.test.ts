import { beforeAll, describe, expect, test } from "vitest";
import { apiVersion } from "#lib/api-version";
import { createExpander } from "#lib/api/expand";
import { resources } from "#lib/api/registry";
import { renderIn } from "#lib/versions/render";
import { aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

const older = "2022-08-01";
let world: ApiWorld;

beforeAll(async () => {
  world = await anApiWorld();
});

function asked(path: string, version: string, body?: string, more: Record<string, string> = {}) {
  const headers = { Authorization: `Bearer ${world.key}`, "Stripe-Version": version, ...more };
  return rawRequest(world, { method: body === undefined ? "GET" : "POST", path, headers, body });
}

function aPaid(payment_method = "pm_card_visa") {
  return world.stripe.paymentIntents.create({
    amount: 1000,
    currency: "eur",
    payment_method,
    confirm: true,
    return_url: "https://example.com",
  });
}

describe("a version before November 2022", () => {
  test("held the latest charge of a payment in a list, and the refunds of a charge", async () => {
    const body =
      "amount=1000&currency=eur&payment_method=pm_card_visa&confirm=true&return_url=https://example.com";
    const { body: paid } = await asked("/v1/payment_intents", older, body);
    const charge = String(paid.latest_charge);
    expect(paid).toMatchObject({
      latest_charge: expect.stringMatching(/^ch_/),
      charges: {
        object: "list",
        has_more: false,
        total_count: 1,
        url: `/v1/charges?payment_intent=${paid.id}`,
        data: [{ id: charge, object: "charge", invoice: null, refunds: { object: "list", data: [] } }],
      },
    });
    const refund = await world.stripe.refunds.create({ charge, amount: 100 });
    const path = `/v1/payment_intents/${paid.id}?expand[]=charges.data.balance_transaction`;
    expect((await asked(path, older)).body).toMatchObject({
      charges: {
        data: [
          { balance_transaction: { object: "balance_transaction" }, refunds: { data: [{ id: refund.id }] } },
        ],
      },
    });
    const listed = await asked("/v1/payment_intents?limit=1&expand[]=data.charges", older);
    expect(listed.body.data).toMatchObject([{ charges: { data: [{ id: charge }] } }]);
    const told = await asked("/v1/events?type=payment_intent.succeeded&limit=1", older);
    expect(told.body.data).toMatchObject([{ data: { object: { charges: { data: [{ id: charge }] } } } }]);
    const { body: unpaid } = await asked("/v1/payment_intents", older, "amount=1000&currency=eur");
    expect(unpaid).toMatchObject({ latest_charge: null, charges: { data: [], total_count: 0 } });
    for (const later of ["2022-11-15", apiVersion]) {
      expect((await asked(`/v1/payment_intents/${paid.id}`, later)).body).not.toHaveProperty("charges");
      expect((await asked(`/v1/charges/${charge}`, later)).body).not.toHaveProperty("refunds");
    }
  });

  test("held them in the payment that a decline names too, once and again", async () => {
    const { body: made } = await asked("/v1/payment_intents", older, "amount=1000&currency=eur");
    const path = `/v1/payment_intents/${made.id}/confirm`;
    const declined = "payment_method=pm_card_chargeDeclined&return_url=https://example.com";
    const plainly = await asked(path, older, declined);
    expect(plainly.status).toBe(402);
    expect(plainly.error.payment_intent).toMatchObject({
      charges: { data: [{ object: "charge", outcome: { type: "issuer_declined" }, refunds: { data: [] } }] },
    });
    for (const _time of [1, 2]) {
      const keyed = await asked(path, older, declined, { "Idempotency-Key": "declined-in-form" });
      expect(keyed.error.payment_intent).toMatchObject({
        charges: { data: [{ outcome: { risk_score: expect.any(Number) } }] },
      });
    }
    const latest = await asked(path, apiVersion, declined);
    expect(latest.error.payment_intent).not.toHaveProperty("charges");
    const browser = { Authorization: `Bearer ${await aKey(world, "publishable")}` };
    const secret = `${declined}&client_secret=${String(made.client_secret)}`;
    const shown = await asked(path, older, secret, browser);
    expect(shown.error.payment_intent).not.toHaveProperty("charges");
  });

  test("shows the charges of a payment that something else names", async () => {
    const { id, latest_charge } = await aPaid();
    await world.stripe.refunds.create({ payment_intent: id, amount: 100 });
    for (const kind of ["charges", "refunds"]) {
      const path = `/v1/${kind}?payment_intent=${id}&expand[]=data.payment_intent.charges.data.balance_transaction`;
      expect((await asked(path, older)).body.data).toMatchObject([
        {
          payment_intent: {
            id,
            charges: {
              data: [{ id: latest_charge, balance_transaction: { object: "balance_transaction" } }],
            },
          },
        },
      ]);
      expect((await asked(path, apiVersion)).status).toBe(400);
    }
  });

  test("told of each refund with those that had been made, newest first", async () => {
    const { latest_charge } = await aPaid();
    const charge = String(latest_charge);
    const made: string[] = [];
    for (const amount of [10, 20]) made.unshift((await world.stripe.refunds.create({ charge, amount })).id);
    const told = await asked("/v1/events?type=charge.refunded&limit=2", older);
    const refunds = made.map((id) => ({ id }));
    expect(told.body.data).toMatchObject([
      { data: { object: { amount_refunded: 30, refunds: { data: refunds } } } },
      { data: { object: { amount_refunded: 10, refunds: { data: refunds.slice(1) } } } },
    ]);
    const first = await asked("/v1/events?type=charge.succeeded&limit=1", older);
    expect(first.body.data).toMatchObject([{ data: { object: { id: charge, refunds: { data: [] } } } }]);
  });

  test("shows a browser's key what is paid with, and no charges, in any version", async () => {
    const card = { type: "card", card: { token: "tok_visa" }, metadata: { told: "in the shop" } } as const;
    const method = await world.stripe.paymentMethods.create(card);
    const { id, client_secret } = await aPaid(method.id);
    const browser = { Authorization: `Bearer ${await aKey(world, "publishable")}` };
    const path = `/v1/payment_intents/${id}?client_secret=${client_secret}`;
    const plain = await asked(path, older, undefined, browser);
    expect(plain.body).toMatchObject({ id, payment_method: method.id });
    for (const kept of ["charges", "invoice", "latest_charge"]) expect(plain.body).not.toHaveProperty(kept);
    for (const shown of ["latest_charge", "amount_details.line_items"]) {
      const refused = await asked(`${path}&expand[]=${shown}`, apiVersion, undefined, browser);
      expect([refused.status, refused.error.code]).toEqual([403, "secret_key_required"]);
    }
    const { body } = await asked(`${path}&expand[]=payment_method`, apiVersion, undefined, browser);
    expect(body).toMatchObject({ payment_method: { id: method.id, object: "payment_method", metadata: {} } });
  });

  test("keeps the charges of a payment from a key that may not see them", async () => {
    const { id } = await aPaid();
    const kinds = new Set(["payment_intent"]);
    const expand = createExpander(resources);
    const wire = await world.stripe.paymentIntents.retrieve(id);
    const seen = await renderIn(older, wire, (object, paths) =>
      expand({ ...world.viewer, kinds }, object, paths),
    );
    expect(seen).toMatchObject({ latest_charge: wire.latest_charge, charges: { data: [], total_count: 0 } });
  });

  test("told of a charge's refunds before and after, and of none that was made later", async () => {
    const refund = (id: string, created: number, status = "succeeded") => ({
      id,
      created,
      amount: 10,
      status,
    });
    const data = [refund("re_4", 9), refund("re_3", 5), refund("re_2", 5, "failed"), refund("re_1", 4)];
    const object = { object: "charge", id: "ch_1", amount_refunded: 10 };
    const previous_attributes = { amount_refunded: 0 };
    const event = { object: "event", created: 5, data: { object, previous_attributes } };
    const rendered = await renderIn(older, event, async (charge, [shown]) =>
      shown === "refunds" ? { ...charge, refunds: { object: "list", data } } : charge,
    );
    expect(rendered).toMatchObject({
      data: {
        object: { refunds: { data: [{ id: "re_2" }, { id: "re_1" }] } },
        previous_attributes: { amount_refunded: 0, refunds: { data: [{ id: "re_2" }] } },
      },
    });
  });
});
