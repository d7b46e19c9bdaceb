import { may } from "#lib/auth/permissions";
import { permissionToEnter } from "#lib/auth/sections";
import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";

type Here = Pick<Viewer, "environment">;

/** Pages that one goes to, and actions that one begins; `keys`: what to press one after the other. */
const places = {
  home: { href: paths.home, keys: "g h" },
  transactions: { href: paths.transactions, keys: "g t" },
  refunds: { href: paths.refunds, keys: "g r" },
  disputes: { href: paths.disputes, keys: "g d" },
  disputeFigures: { href: paths.disputeFigures },
  refundPolicy: { href: paths.refundPolicy },
  letterTemplates: { href: paths.letterTemplates },
  cashReturns: { href: paths.cashReturns },
  fees: { href: paths.fees },
  activity: { href: paths.activity },
  exports: { href: paths.exports },
  bulkRuns: { href: paths.bulkRuns },
  desk: { href: paths.desk },
  approvals: { href: paths.approvals },
  agentsWork: { href: paths.agentsWork },
  balances: { href: paths.balances, keys: "g b" },
  payouts: { href: paths.payouts, keys: "g o" },
  topups: { href: paths.topups },
  balanceActivity: { href: paths.balanceActivity },
  statements: { href: paths.statements },
  customers: { href: paths.customers, keys: "g c" },
  guests: { href: paths.guests },
  duplicates: { href: paths.duplicates },
  products: { href: paths.products, keys: "g p" },
  coupons: { href: paths.coupons },
  taxRates: { href: paths.taxRates },
  shippingRates: { href: paths.shippingRates },
  features: { href: paths.features },
  requestLogs: { href: paths.requestLogs, keys: "g l" },
  events: { href: paths.events, keys: "g e" },
  webhooks: { href: paths.webhooks, keys: "g w" },
  webhookDeliveries: { href: paths.webhookDeliveries },
  reference: { href: paths.reference, keys: "g a" },
  search: { href: paths.search },
  settings: { href: paths.settings, keys: "g s" },
  setupGuide: { href: paths.setupGuide },
  activation: { href: paths.activation },
  accountSettings: { href: paths.accountSettings },
  team: { href: paths.team, keys: "g m" },
  roles: { href: paths.roles },
  owner: { href: paths.owner },
  refundLimits: { href: paths.refundLimits },
  discretion: { href: paths.discretion },
  blocked: { href: paths.blocked },
  apiKeys: { href: paths.keys, keys: "g k" },
  securityHistory: { href: paths.securityHistory },
  outbox: { href: paths.outbox },
  personalSettings: { href: paths.personalSettings },
  notifications: { href: paths.notifications },
  twoStep: { href: paths.twoStep },
  passkeys: { href: paths.passkeys },
  accounts: { href: paths.accounts },
  commands: { href: paths.commands },
  keyboard: { href: paths.keyboard, keys: "?" },
  shortcuts: { href: paths.shortcuts },
} satisfies Record<string, Place>;

const actions = {
  newPayment: { href: (here: Here) => paths.newPayment(here) },
  newCustomer: { href: (here: Here) => paths.newCustomer(here) },
  importCustomers: { href: (here: Here) => paths.imports(here, "customers") },
  newProduct: { href: paths.newProduct },
  importProducts: { href: (here: Here) => paths.imports(here, "products") },
  newCoupon: { href: paths.newCoupon },
  newTaxRate: { href: paths.newTaxRate },
  newShippingRate: { href: paths.newShippingRate },
  newFeature: { href: paths.newFeature },
  payOut: { href: paths.newPayout },
  newTopup: { href: paths.newTopup },
  newBankAccount: { href: paths.newBankAccount },
  newExport: { href: (here: Here) => paths.newExport(here, "payments") },
  editOverview: { href: paths.editOverview },
  newLetterTemplate: { href: paths.newLetterTemplate },
  newBlocked: { href: paths.newBlocked },
  changeSchedule: { href: paths.payoutSchedule },
  newWebhook: { href: paths.newWebhook },
  newSecretKey: { href: (here: Here) => paths.newKey(here, "secret") },
  newRestrictedKey: { href: (here: Here) => paths.newKey(here, "restricted") },
  apiVersion: { href: paths.apiVersion },
  inviteMembers: { href: paths.inviteMembers },
  teamTwoStep: { href: paths.teamTwoStep },
  historyRetention: { href: paths.historyRetention },
  newPasskey: { href: paths.newPasskey },
  changeEmail: { href: paths.changeEmail },
  newAccount: { href: paths.newAccount },
  leaveAccount: { href: paths.leaveAccount },
  closeAccount: { href: paths.closeAccount },
} satisfies Record<string, Place>;

interface Place {
  href(here: Here): string;
  keys?: string;
}

export type PlaceName = keyof typeof places;
export type DestinationName = PlaceName | keyof typeof actions;

/** Where a person can go, or what they can begin. */
export interface Destination<Name extends DestinationName = DestinationName> {
  name: Name;
  href: string;
  keys: string | null;
}

export const placeNames = Object.keys(places) as PlaceName[];

/** Every page that the viewer may enter. */
export function placesFor(viewer: Viewer): Destination<PlaceName>[] {
  return reachable(viewer, places);
}

/** Every action that the viewer may begin. */
export function actionsFor(viewer: Viewer): Destination[] {
  return reachable(viewer, actions);
}

function reachable<Name extends DestinationName>(
  viewer: Viewer,
  all: Record<Name, Place>,
): Destination<Name>[] {
  return (Object.keys(all) as Name[])
    .map((name) => ({ name, href: all[name].href(viewer), keys: all[name].keys ?? null }))
    .filter(({ href }) => mayEnter(viewer, href));
}

/** Whether a page lets the viewer in. */
export function mayEnter(viewer: Viewer, href: string): boolean {
  const needed = permissionToEnter(href.split("/").slice(2).join("/"));
  return needed === null || may(viewer, needed);
}
