import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { reader } from "#db/transaction";
import { createCustomer } from "#lib/customers/create-customer";
import { updateCustomer } from "#lib/customers/update-customer";
import { attachPaymentMethod } from "#lib/payment-methods/attach-payment-method";
import { createPayment } from "#lib/payments/create-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { customerKind } from "#lib/search/documents/customer";
import { disputeKind } from "#lib/search/documents/dispute";
import type { Kind } from "#lib/search/documents/kind";
import { paymentKind } from "#lib/search/documents/payment";
import { refundKind } from "#lib/search/documents/refund";
import type * as CountFew from "#lib/search/index/count-few";
import { followChanges } from "#lib/search/index/follow-changes";
import { readQuery } from "#lib/search/query/read-query";
import { fitsOf } from "#lib/search/query/wanted";
import { type GroupKey, searchGroup } from "#lib/search/search";
import { aWorld, type World } from "#tests/support/world";

/** As among very many objects: walked a stretch at a time, from milestone to milestone. */
const among = vi.hoisted(() => ({ many: false }));
vi.mock(import("#lib/search/index/count-few"), async (original): Promise<typeof CountFew> => {
  const { few, countFew } = await original();
  return { few, countFew: async (...asked) => (among.many ? few + 1 : countFew(...asked)) };
});

let world: World;

const methods = "visa mastercard chargeDeclined amex createDispute createDisputeInquiry".split(" ");

beforeAll(async () => {
  world = await aWorld();
  const { viewer } = world;
  const jenny = await createCustomer(viewer, { name: "Jenny Rosen", email: "jenny.rosen@example.com" });
  const zoe = await createCustomer(viewer, {
    ...{ name: "Zoé Martin", description: "Large orders", metadata: { order_id: "xyn713" } },
    address: { country: "FR", postal_code: "750 11" },
  });
  for (const [customer, method] of [
    [jenny, "pm_card_amex"],
    [zoe, "pm_card_visa_debit"],
    [zoe, "pm_card_mastercard"],
  ] as const) {
    await attachPaymentMethod(viewer, { customerId: customer.id, paymentMethodId: method });
  }
  for (const [round, method] of [...methods, "visa", "mastercard"].entries()) {
    for (const [at, customer] of [undefined, jenny, zoe].entries()) {
      const payment = await createPayment(
        viewer,
        {
          amount: [14999, 500, 2000][round % 3] ?? 0,
          currency: round % 4 === 3 ? "jpy" : "eur",
          paymentMethodId: `pm_card_${method}`,
          paymentMethodTypes: ["card"],
          customerId: customer?.id,
          description: at ? "Lavender soap, large" : "Élixir de lavande",
          metadata: round % 2 ? { order_id: `xyn71${at}` } : {},
          receiptEmail: (at + round) % 5 ? undefined : "payer@shop.test",
        },
        {},
      ).catch(() => undefined);
      if (payment && (at + round) % 2 === 0 && !method.startsWith("create")) {
        const amount = round ? 200 : undefined;
        await refundPayment(viewer, { paymentId: payment.id, amount, note: "Too large" });
      }
    }
  }
  await updateCustomer(viewer, { id: zoe.id, name: "Zoé Rosen", email: "zoe@shop.test" });
  await followChanges();
});

const phrases = ['"lavender soap"', '"soap lavender"', '"Élixir de"', '"jenny rosen"', 'name:"zoé rosen"'];
const parts = [
  ...phrases,
  ..."lav lavender soap élixir large 4242 visa card xyn71 xyn713 9.99 149.99 payer shop.test".split(" "),
  ..."jenny rosen zoé martin zoe email:jen email:zoe email:shop name:rosen name:mart 8431 0341".split(" "),
  ..."amount:>5 amount:<=20 amount:5..149.99 amount:5 amount:2 currency:jpy currency:eur".split(" "),
  ..."status:succeeded status:failed is:incomplete status:needs_response is:inquiry status:refunded".split(
    " ",
  ),
  ..."status:blocked status:requires_payment_method usage:single_use".split(" "),
  ..."has:customer has:receipt has:email has:metadata has:note has:dispute has:payment_method".split(" "),
  ..."brand:amex brand:mastercard type:card last4:0341 last4:8431 last4:4242 email:pay".split(" "),
  ..."exp:12/30 country:us country:fr postal:75011 metadata:xyn7 order_id:xyn711 risk_level:normal".split(
    " ",
  ),
  ..."date:today date:yesterday date:>2020 date:<2020 date:>=today date:<today amount:>0 amount:>1000".split(
    " ",
  ),
];

describe("the index finds what looking at every object finds", () => {
  const searched: [GroupKey, Kind][] = [
    ["payments", paymentKind],
    ["customers", customerKind],
    ["refunds", refundKind],
    ["disputes", disputeKind],
  ];

  test.each(searched)("of %s", async (key, kind) => {
    const { viewer } = world;
    const sheets = await sheetsOf(kind);
    expect(sheets.length).toBeGreaterThan(1);
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.tuple(fc.constantFrom("", "", "-"), fc.constantFrom(...parts)), {
          minLength: 1,
          maxLength: 4,
        }),
        async (many, chosen) => {
          among.many = many;
          const text = chosen.map(([sign, what]) => sign + what).join(" ");
          const query = readQuery(text, { locale: "en", timeZone: viewer.timeZone, now: viewer.now() });
          const fits = sheets.filter(fitsOf(viewer, query)).map(({ id }) => id);
          const { page } = await searchGroup(viewer, text, { key, limit: 50 });
          expect(page.hits.map(({ id }) => id).sort(), text).toEqual(fits.sort());
          found += fits.length;
        },
      ),
      { numRuns: 80 },
    );
    expect(found).toBeGreaterThan(0);
  });

  test.each([
    ["customers", "rosen", 2],
    ["customers", "martin", 0],
    ["customers", "last4:4444 zoe", 1],
    ["refunds", "email:jenny.rosen@example.com", 3],
    ["refunds", "zoe", 2],
    ["refunds", "martin", 0],
    ["disputes", "name:jenny", 2],
    ["disputes", "email:zoe", 2],
  ] as const)("of %s, for %s", async (key, text, count) => {
    const { page } = await searchGroup(world.viewer, text, { key, limit: 50 });
    expect(page.hits).toHaveLength(count);
  });
});

async function sheetsOf(kind: Kind) {
  const handle = await reader(world.viewer);
  const rows = await handle.db
    .select({ id: kind.table.id })
    .from(kind.table)
    .where(eq(kind.table.environmentId, handle.environmentId));
  const entries = await kind.read(
    handle,
    rows.map(({ id }) => String(id)),
  );
  return entries.map(({ sheet }) => sheet);
}
