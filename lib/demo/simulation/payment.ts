import { minute } from "#lib/clock";
import { methodColumns, payerEmailOf } from "#lib/payments/create-payment";
import { defaultMethodTypes } from "#lib/payments/payment-rules";
import type { PaymentIntentRow } from "#lib/payments/wire";
import type { Order } from "../model/order.ts";
import { accepted, blocked, declined } from "./answers.ts";
import { attempt } from "./attempt.ts";
import { closeIntent, decideOnHold } from "./hold.ts";
import { chargeOf, closeStep, later, type Life, noteIntent } from "./life.ts";
import { decideOnRefunds } from "./refund.ts";
import type { Shopper } from "./shoppers.ts";
import type { World } from "./world.ts";

/** Somebody pays for an order, or tries to; what follows happens in its time. */
export function pay(world: World, shopper: Shopper, order: Order & { number: number }, at: number): void {
  const { random } = world;
  const fate = random.weighted(shopper.method.type === "card" ? cardFates : debitFates);
  const held =
    fate === "pays" &&
    order.goods &&
    shopper.method.type === "card" &&
    random.chance(world.business.collectedOnDispatch);
  const life = begin(world, shopper, order, at, { held });
  noteIntent(world, life, at, "payment_intent.created");
  switch (fate) {
    case "leaves":
      leave(world, life, at);
      break;
    case "is blocked":
      choose(world, shopper, life);
      attempt(world, life, at, blocked(world));
      break;
    case "is declined":
    case "tries again":
      choose(world, shopper, life);
      attempt(world, life, at, declined(world));
      if (fate === "tries again") tryAgain(world, shopper, life, at);
      break;
    case "pays":
      collect(world, shopper, life, at);
  }
  closeStep(world, life);
}

const cardFates = [
  ["pays", 890],
  ["tries again", 26],
  ["is declined", 48],
  ["is blocked", 6],
  ["leaves", 30],
] as const;

const debitFates = [
  ["pays", 965],
  ["leaves", 35],
] as const;

function begin(
  world: World,
  { customer, person, method }: Shopper,
  order: Order & { number: number },
  at: number,
  { held }: { held: boolean },
): Life {
  const { environment, random, business } = world;
  const id = world.newId("pi", at);
  const types = defaultMethodTypes(order.currency);
  const shipping =
    order.goods && customer ? { address: person.address, name: person.name, phone: null } : null;
  const intent: PaymentIntentRow = {
    environmentId: environment.id,
    id,
    createdAt: at,
    amount: order.amount,
    amountReceived: 0,
    amountCapturable: 0,
    cashApplied: 0,
    amountRefunded: 0,
    currency: order.currency,
    status: "requires_payment_method",
    paymentStatus: "incomplete",
    captureMethod: held ? "manual" : "automatic_async",
    confirmationMethod: "automatic",
    customerId: customer?.id ?? null,
    ...methodColumns(null),
    description: order.description,
    statementDescriptor: null,
    statementDescriptorSuffix: null,
    receiptEmail: person.email,
    payerEmail: payerEmailOf(person.email, null),
    metadata: { order_id: `${business.orderPrefix}-${100000 + order.number}` },
    shipping,
    setupFutureUsage: !order.goods && method.customerId ? "off_session" : null,
    paymentMethodTypes: types,
    methodConfigurationId: null,
    automaticPaymentMethods: { enabled: true, allow_redirects: "always" },
    paymentMethodOptions: optionsFor(types),
    transferGroup: null,
    ...{ allowedPaymentMethodTypes: null, excludedPaymentMethodTypes: null },
    ...{ amountDetails: null, paymentDetails: null },
    clientSecret: `${id}_secret_${random.text(25)}`,
    nextAction: null,
    lastPaymentError: null,
    latestChargeId: null,
    reviewId: null,
    activeOperationId: null,
    standalone: false,
    canceledAt: null,
    cancellationReason: null,
    cancellationNote: null,
    createdBy: world.shop,
    canceledBy: null,
  };
  return {
    intent,
    method: null,
    charges: [],
    refunds: [],
    transactions: [],
    postings: [],
    events: [],
    jobs: [],
    open: 1,
  };
}

function optionsFor(types: string[]): Record<string, Record<string, unknown>> {
  const card = {
    installments: null,
    mandate_options: null,
    network: null,
    request_three_d_secure: "automatic",
  };
  const all = { card, sepa_debit: {}, us_bank_account: { verification_method: "automatic" } };
  return Object.fromEntries(Object.entries(all).filter(([type]) => types.includes(type)));
}

/** The payment is about to be tried with the shopper's method; a guest's is kept for this payment alone. */
function choose(world: World, { method }: Shopper, life: Life): void {
  if (life.method !== method && method.customerId === null) world.harvest.paymentMethods.push(method);
  life.method = method;
  life.intent = { ...life.intent, ...methodColumns(method) };
}

function collect(world: World, shopper: Shopper, life: Life, at: number): void {
  choose(world, shopper, life);
  const answer = accepted(world, shopper.method, at);
  attempt(world, life, at, answer);
  if (answer.result === "processing") {
    const { settlesAt, outcome } = answer;
    if (settlesAt === null || outcome.result !== "succeeded") return;
    later(world, life, settlesAt, () => decideOnRefunds(world, life, settlesAt));
    return;
  }
  if (chargeOf(life).captured) decideOnRefunds(world, life, at);
  else decideOnHold(world, life, at, (capturedAt) => decideOnRefunds(world, life, capturedAt));
}

function tryAgain(world: World, shopper: Shopper, life: Life, at: number): void {
  const again = at + minute + world.random.int(20 * minute);
  later(world, life, again, () => collect(world, shopper, life, again));
}

/** The shopper goes away: before choosing how to pay; some payments are then closed. */
function leave(world: World, life: Life, at: number): void {
  const { random } = world;
  if (!random.chance(0.4)) return;
  const closed = at + 30 * minute + random.int(60 * minute);
  later(world, life, closed, () => {
    closeIntent(world, life, closed, { cancellationReason: "abandoned", canceledBy: world.shop });
  });
}
