import { and, eq } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { find, type IdentifiedTable } from "#db/rows";
import {
  balanceTransactions,
  cashReturns,
  cashTransactions,
  charges,
  coupons,
  customerBalanceTransactions,
  customers,
  disputes,
  earlyFraudWarnings,
  features,
  paymentIntents,
  paymentMethods,
  payouts,
  prices,
  products,
  promotionCodes,
  refunds,
  reviews,
  setupIntents,
  shippingRates,
  taxIds,
  taxRates,
} from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { may, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import { getEvent } from "#lib/events/queries";
import { mayEnter } from "#lib/pages/destinations";
import { isMissing } from "#lib/pages/is-missing";
import { paths } from "#lib/paths";
import { getRequest } from "#lib/request-log/queries";

/**
 * The path of what a person pasted: an id of almost any object, or a receipt's number; null for anything else. What
 * the viewer may not read is not found.
 */
export async function findPasted(viewer: Viewer, text: string): Promise<string | null> {
  const query = text.trim();
  return pathOf(viewer, query);
}

/**
 * The path of an object of the API whose kind is known: its id need not say it, as where its owner chose it. Null where
 * nothing shows it to the viewer.
 */
export async function pathOfObject(
  viewer: Viewer,
  { id, object }: { id: string; object: string | undefined },
): Promise<string | null> {
  const lookUp = object !== undefined && Object.hasOwn(byKind, object) ? byKind[object] : undefined;
  return lookUp ? lookUp(viewer, id) : pathOf(viewer, id);
}

async function pathOf(viewer: Viewer, query: string): Promise<string | null> {
  if (/^\d{4}-\d{4}$/.test(query))
    return paymentPath(viewer, await paymentOfReceipt(await reader(viewer), query));
  const [, prefix = ""] = /^([a-z]+)_[0-9A-Za-z]{1,100}$/.exec(query) ?? [];
  const lookUp = Object.hasOwn(lookUps, prefix) ? lookUps[prefix] : undefined;
  return lookUp ? lookUp(viewer, query) : null;
}

type LookUp = (viewer: Viewer, id: string) => Promise<string | null>;

const ofCharge: LookUp = async (viewer, id) =>
  paymentPath(viewer, (await find(await reader(viewer), charges, id))?.paymentIntentId);

const ofCashReturn = ofTable(cashReturns, "customers:read", paths.cashReturn);

const ofRefund: LookUp = async (viewer, id) => {
  const refund = await find(await reader(viewer), refunds, id);
  if (refund) return paymentPath(viewer, refund.paymentIntentId);
  return ofCashReturn(viewer, id);
};

/** By what an id begins with. */
const lookUps: Record<string, LookUp | undefined> = {
  pi: async (viewer, id) => paymentPath(viewer, (await find(await reader(viewer), paymentIntents, id))?.id),
  ch: ofCharge,
  py: ofCharge,
  re: ofRefund,
  pyr: ofRefund,
  du: ofTable(disputes, "disputes:read", paths.dispute),
  po: ofTable(payouts, "payouts:read", paths.payout),
  cus: ofCustomer,
  ccsbtxn: ofCash,
  cbtxn: ofTheirs(customerBalanceTransactions),
  txi: ofTheirs(taxIds),
  seti: ofTheirs(setupIntents),
  pm: ofPaymentMethod,
  src: ofPaymentMethod,
  card: ofMethodOrAccount,
  ba: ofMethodOrAccount,
  issfr: ofSuspicion(earlyFraudWarnings),
  prv: ofSuspicion(reviews),
  tu: ofPage(paths.topup),
  txn: ofBalanceTransaction,
  prod: ofTable(products, "products:read", paths.product),
  price: ofPrice,
  plan: ofPrice,
  promo: ofPromotionCode,
  feat: ofTable(features, "products:read", paths.feature),
  shr: ofTable(shippingRates, "products:read", paths.shippingRate),
  txr: ofTable(taxRates, "products:read", paths.taxRate),
  evt: ofEvent,
  req: ofRequest,
  we: ofPage(paths.webhook),
  rsli: ofPage(paths.blockedEntry),
  rap: ofPage(paths.approval),
  bulk: ofPage(paths.bulkRun),
  exp: ofPage(paths.export),
  mail: ofPage(paths.mail),
  mk: ofPage(paths.key),
};

/** Those whose ids their owners may choose. */
const byKind: Record<string, LookUp | undefined> = {
  coupon: ofTable(coupons, "products:read", paths.coupon),
  plan: ofPrice,
  product: ofTable(products, "products:read", paths.product),
};

async function ofCustomer(viewer: Viewer, id: string): Promise<string | null> {
  const row = may(viewer, "customers:read") ? await find(await reader(viewer), customers, id) : undefined;
  return row && row.deletedAt === null ? paths.customer(viewer, row.id) : null;
}

/** Where a customer's page tells of what they sent ahead. */
async function ofCash(viewer: Viewer, id: string): Promise<string | null> {
  const row = await find(await reader(viewer), cashTransactions, id);
  const path = row ? await ofCustomer(viewer, row.customerId) : null;
  return path && `${path}#cash`;
}

/** What has a page by its id alone. */
function ofTable(
  table: IdentifiedTable,
  permission: Permission,
  path: (viewer: Viewer, id: string) => string,
): LookUp {
  return async (viewer, id) => {
    const row = may(viewer, permission) ? await find(await reader(viewer), table, id) : undefined;
    return row ? path(viewer, id) : null;
  };
}

/** What has a page that the gate knows. */
function ofPage(path: (viewer: Viewer, id: string) => string): LookUp {
  return async (viewer, id) => {
    const href = path(viewer, id);
    const page = href.split("/").slice(2).join("/");
    return mayEnter(viewer, href) && !(await isMissing(viewer, page)) ? href : null;
  };
}

/** What its customer's page tells of. */
function ofTheirs(table: IdentifiedTable & { customerId: SQLiteColumn }): LookUp {
  return async (viewer, id) => {
    const row = await find(await reader(viewer), table, id);
    return row?.customerId ? ofCustomer(viewer, row.customerId) : null;
  };
}

/** What its payment's page tells of. */
function ofSuspicion(table: typeof earlyFraudWarnings | typeof reviews): LookUp {
  return async (viewer, id) =>
    paymentPath(viewer, (await find(await reader(viewer), table, id))?.paymentIntentId);
}

async function ofPrice(viewer: Viewer, id: string): Promise<string | null> {
  const row = may(viewer, "products:read") ? await find(await reader(viewer), prices, id) : undefined;
  return row ? paths.price(viewer, row.productId, row.id) : null;
}

async function ofPromotionCode(viewer: Viewer, id: string): Promise<string | null> {
  const row = may(viewer, "products:read") ? await find(await reader(viewer), promotionCodes, id) : undefined;
  return row ? paths.promotionCode(viewer, row.couponId, row.id) : null;
}

async function ofPaymentMethod(viewer: Viewer, id: string): Promise<string | null> {
  const row = await find(await reader(viewer), paymentMethods, id);
  return row?.customerId ? ofCustomer(viewer, row.customerId) : null;
}

/** A card or bank account of a customer, or one of the business. */
async function ofMethodOrAccount(viewer: Viewer, id: string): Promise<string | null> {
  return (await ofPaymentMethod(viewer, id)) ?? ofPage(paths.bankAccount)(viewer, id);
}

async function ofBalanceTransaction(viewer: Viewer, id: string): Promise<string | null> {
  const row = await find(await reader(viewer), balanceTransactions, id);
  return row ? pathOf(viewer, row.sourceId) : null;
}

async function ofEvent(viewer: Viewer, id: string): Promise<string | null> {
  return ifTold(async () => paths.event(viewer, (await getEvent(viewer, id)).id));
}

async function ofRequest(viewer: Viewer, id: string): Promise<string | null> {
  return ifTold(async () => paths.requestLog(viewer, (await getRequest(viewer, id)).id));
}

/** Null where the core says that it is not there, or not for the viewer. */
async function ifTold(path: () => Promise<string>): Promise<string | null> {
  try {
    return await path();
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

async function paymentOfReceipt({ db, environmentId }: Handle, number: string): Promise<string | undefined> {
  const [charge] = await db
    .select({ paymentId: charges.paymentIntentId })
    .from(charges)
    .where(and(eq(charges.environmentId, environmentId), eq(charges.receiptNumber, number)));
  return charge?.paymentId;
}

function paymentPath(viewer: Viewer, id: string | undefined): string | null {
  return id !== undefined && may(viewer, "payments:read") ? paths.payment(viewer, id) : null;
}
