import type { BillingDetails } from "#db/schema/customers";
import { noFigures } from "#lib/customers/figures/figures";
import { type CustomerRow, toCustomer } from "#lib/customers/wire";
import { emailKey } from "#lib/email-key";
import { type PaymentMethodRow, toPaymentMethod } from "#lib/payment-methods/wire";
import type { Market } from "../model/business.ts";
import { inventInstrument } from "../model/instruments.ts";
import { type Person, somebody } from "../model/names.ts";
import { eventRow } from "./life.ts";
import type { World } from "./world.ts";

/** Somebody at the till. Guests have no customer, and pay each time with what they type. */
export interface Shopper {
  market: Market;
  person: Person;
  customer: CustomerRow | null;
  method: PaymentMethodRow;
}

export interface Shoppers {
  /** Whoever comes in next: somebody who came before, somebody new, or a guest. */
  next(at: number): Shopper;
  /** Somebody who keeps an account: for a subscription. */
  customer(at: number): Shopper;
}

/** However long the history is, only so many regulars are remembered. */
const regularsRemembered = 5000;

export function createShoppers(world: World): Shoppers {
  const { random, business } = world;
  const regulars: Shopper[] = [];
  let met = 0;

  function meet(at: number, kind: "guest" | "customer"): Shopper {
    const market = random.weighted(business.markets);
    const person = somebody(market.country, 10 + (met++ % 9990), random);
    const customer = kind === "guest" ? null : newCustomer(world, person, market, at);
    const method = newMethod(world, { market, person, customer }, at);
    if (customer) introduce(world, customer, method, at);
    return { market, person, customer, method };
  }

  function customer(at: number): Shopper {
    const shopper = meet(at, "customer");
    if (regulars.length < regularsRemembered) regulars.push(shopper);
    else regulars[random.int(regularsRemembered)] = shopper;
    return shopper;
  }

  return {
    customer,
    next(at) {
      const chance = random.number();
      if (chance < 0.3) return meet(at, "guest");
      if (chance < 0.58 || regulars.length < 20) return customer(at);
      // The square makes some regulars much more regular than others.
      return regulars[Math.floor(random.number() ** 2 * regulars.length)] ?? customer(at);
    },
  };
}

/** The customer's own method becomes their default, as when it was saved at the till. */
function introduce(world: World, customer: CustomerRow, method: PaymentMethodRow, at: number): void {
  customer.defaultPaymentMethodId = method.id;
  world.harvest.customers.push(customer);
  world.harvest.paymentMethods.push(method);
  if (at < world.eventsFrom) return;
  const { environment } = world;
  const created = toCustomer({ ...customer, defaultPaymentMethodId: null }, environment);
  world.harvest.events.push(eventRow(world, at, "customer.created", created, null));
  world.harvest.events.push(
    eventRow(world, at, "payment_method.attached", toPaymentMethod(method, environment), null),
  );
}

function newCustomer(world: World, person: Person, market: Market, at: number): CustomerRow {
  const { random } = world;
  return {
    environmentId: world.environment.id,
    id: world.newId("cus", at),
    createdAt: at,
    name: person.name,
    businessName: null,
    individualName: null,
    email: person.email,
    emailKey: emailKey(person.email),
    phone: random.chance(0.4) ? phoneIn(market.country, random.int(1e8)) : null,
    description: null,
    address: person.address,
    shipping: null,
    metadata: {},
    currency: null,
    balance: 0,
    invoicePrefix: random.text(8).toUpperCase(),
    nextInvoiceSequence: 1,
    invoiceSettings: { custom_fields: null, footer: null, rendering_options: null },
    preferredLocales: [market.language],
    taxExempt: "none",
    defaultPaymentMethodId: null,
    defaultSourceId: null,
    discount: null,
    reconciliationMode: null,
    delinquent: false,
    testClockId: null,
    deletedAt: null,
    mergedIntoId: null,
    erasedAt: null,
    country: person.address.country,
    present: 1,
    ...noFigures,
  };
}

/** A guest's method has no customer; it is used up by its first payment. */
export function newMethod(
  world: World,
  { market, person, customer }: Omit<Shopper, "method">,
  at: number,
): PaymentMethodRow {
  const instrument = inventInstrument(market, at, world.random);
  const billingDetails: BillingDetails = {
    address: person.address,
    email: person.email,
    name: person.name,
    phone: null,
    tax_id: null,
  };
  const isCard = instrument.type === "card";
  const check = isCard ? "pass" : null;
  return {
    environmentId: world.environment.id,
    id: world.newId("pm", at),
    createdAt: at,
    sourceObject: null,
    sourceStatus: null,
    sourceFacts: null,
    type: instrument.type,
    customerId: customer?.id ?? null,
    billingDetails,
    instrument,
    fingerprint: instrument.fingerprint,
    last4: instrument.last4,
    brand: isCard ? instrument.card.brand : null,
    metadata: {},
    allowRedisplay: customer ? "always" : "unspecified",
    checks: { cvc: check, postalCode: check, line1: check },
    offSessionSince: null,
    retiredAt: customer ? null : at,
  };
}

function phoneIn(country: string, number: number): string {
  return `+${callingCodes[country] ?? "1"}${String(number).padStart(9, "5")}`;
}

// prettier-ignore
const callingCodes: Record<string, string> = {
  FR: "33", BE: "32", DE: "49", CH: "41", GB: "44", US: "1", CA: "1", IT: "39", ES: "34", NL: "31", AT: "43", JP: "81",
};
