import { find, type IdentifiedTable } from "#db/rows";
import {
  apiKeys,
  bulkRuns,
  cashReturns,
  customers,
  disputes,
  exports as exportsTable,
  guests,
  imports,
  letterTemplates,
  listItems,
  mails,
  paymentIntents,
  payouts,
  refundApprovals,
  topups,
  webhookDeliveries,
  webhookEndpoints,
} from "#db/schema/index";
import { reader } from "#db/transaction";
import { isLimitSubject } from "#lib/approvals/limit-subject";
import { historyLine } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { openReturn } from "#lib/cash/account-page";
import { seesEvent } from "#lib/events/queries";
import { hasBankAccount } from "#lib/external-accounts/queries";
import { isShownTile } from "#lib/home/overview-tiles";
import { isShownPart } from "#lib/home/tile-part";
import { isKeyKind } from "#lib/keys/key-text";
import { isInUse } from "#lib/keys/state";
import { seesNote } from "#lib/notes/queries";
import { emailToConfirm } from "#lib/people/confirm-email";
import { membershipOf } from "#lib/people/members";
import { canResetPassword } from "#lib/people/reset-password";
import { openReceipt } from "#lib/receipts/open-receipt";
import { hasReference } from "#lib/reference/resource-reference";
import { hasRequest } from "#lib/request-log/queries";
import { isStatementMonth } from "#lib/statements/read-statement";
import { canBeAccepted } from "#lib/team/accept-invitation";
import { isStanding } from "#lib/team/explain-roles";
import { findInvitation, invitationOf } from "#lib/team/invitations";
import { canResetTwoStep } from "#lib/team/reset-two-step";

type IsThere = (viewer: Viewer, id: string) => boolean | Promise<boolean>;

/** What the pages below an environment are about, by the start of their path; an id is the pattern's only group. */
const subjects: readonly (readonly [RegExp, IdentifiedTable | IsThere])[] = [
  [
    /^transactions\/(?!(?:refunds|cash-returns|disputes|bulk|fees|activity|new)(?:\/|$))([^/]+)/,
    paymentIntents,
  ],
  [/^transactions\/cash-returns\/([^/]+)/, cashReturns],
  [/^transactions\/disputes\/(?!(?:figures|letters|policy|bulk)(?:\/|$))([^/]+)/, disputes],
  [/^transactions\/disputes\/letters\/(?!new(?:\/|$))([^/]+)/, letterTemplates],
  [/^transactions\/bulk\/(?!(?:refund|receipts|metadata)$)([^/]+)/, bulkRuns],
  [/^exports\/(?!new(?:\/|$))([^/]+)/, exportsTable],
  [/^notes\/([^/]+)/, seesNote],
  [/^desk\/approvals\/([^/]+)/, refundApprovals],
  [/^settings\/blocked\/(?!new(?:\/|$))([^/]+)/, listItems],
  [/^settings\/refund-limits\/([^/]+)/, isLimitSubject],
  [/^reveal\/payment\/([^/]+)/, paymentIntents],
  [/^reveal\/customer\/([^/]+)/, customers],
  [/^reveal\/dispute\/([^/]+)/, disputes],
  [/^outbox\/([^/]+)/, mails],
  [/^overview\/([^/]+\/(?!figures\.csv$)[^/]+)$/, isShownPart],
  [/^overview\/(?!edit(?:\/|$))([^/]+)/, isShownTile],
  [/^balances\/accounts\/(?!new(?:\/|$))([^/]+)/, hasBankAccount],
  [/^balances\/statements\/([^/]+)/, isStatementMonth],
  [/^balances\/top-ups\/(?!new(?:\/|$))([^/]+)/, topups],
  [/^balances\/payouts\/(?!new(?:\/|$))([^/]+)/, payouts],
  [/^customers\/(?!(?:new|guests|import|duplicates|bulk)(?:\/|$))([^/]+)/, isCustomer],
  [/^customers\/import\/([^/]+)/, imports],
  [/^customers\/guests\/([^/]+)/, guests],
  [/^developers\/events\/([^/]+)/, seesEvent],
  [/^developers\/logs\/([^/]+)/, hasRequest],
  [/^developers\/reference\/([^/]+)/, (_viewer, object) => hasReference(object)],
  [/^developers\/webhooks\/[^/]+\/deliveries\/([^/]+)/, webhookDeliveries],
  [/^developers\/webhooks\/(?!(?:new|deliveries)(?:\/|$))([^/]+)/, webhookEndpoints],
  [/^settings\/keys\/new\/([^/]+)/, (_viewer, kind) => isKeyKind(kind)],
  [/^settings\/keys\/([^/]+)\/(?:edit|revoke|roll)$/, isKeyInUse],
  [/^settings\/keys\/(?!(?:new|version)(?:\/|$))([^/]+)/, apiKeys],
  [/^settings\/security\/(?!(?:export|retention)$)([^/]+)/, isHistoryLine],
  [/^settings\/team\/members\/([^/]+)/, isMember],
  [/^settings\/team\/invitations\/([^/]+)/, isInvitation],
  [/^settings\/team\/roles\/([^/]+)/, (_viewer, role) => isStanding(role)],
];

/**
 * Whether a page is about something that this environment does not hold, or no longer. The gate asks, and answers
 * with a page that reads without scripts: what a page itself finds missing, Next shows to scripts alone.
 */
export async function isMissing(viewer: Viewer, page: string): Promise<boolean> {
  for (const [path, subject] of subjects) {
    const [, id] = path.exec(page) ?? [];
    if (id === undefined) continue;
    return !(typeof subject === "function" ? await subject(viewer, id) : await isKept(viewer, subject, id));
  }
  return false;
}

/** What the addresses that people get in a mail open, by their first part, and whether they still do. */
const links: Readonly<Record<string, (page: string) => Promise<boolean>>> = {
  receipts: async (token) => (await openReceipt(token, undefined)) !== null,
  "bank-details": asksForAccount,
  join: opensInvitation,
  reset: canResetPassword,
  "two-step": (token) => (token === "" ? Promise.resolve(true) : canResetTwoStep(token)),
  account: async (page) => (await emailToConfirm(page.replace(/^email\//, ""))) !== null,
};

/** Whether an address that people get in a mail opens nothing: it never did, was used, is too old or was taken back. */
export async function isDeadLink(first: string, page: string): Promise<boolean> {
  const opens = Object.hasOwn(links, first) ? links[first] : undefined;
  return opens !== undefined && !(await opens(page));
}

/** A question that is open or was answered. */
async function asksForAccount(page: string): Promise<boolean> {
  const [environment = "", returnId = "", token = "", ...more] = page.split("/");
  return more.length === 0 && (await openReturn({ environment, return: returnId, token })) !== null;
}

async function opensInvitation(token: string): Promise<boolean> {
  const found = await findInvitation(token);
  return found !== null && canBeAccepted(found.invitation);
}

async function isKept(viewer: Viewer, table: IdentifiedTable, id: string): Promise<boolean> {
  const row: { deletedAt?: unknown } | undefined = await find(await reader(viewer), table, id);
  return row !== undefined && (row.deletedAt ?? null) === null;
}

/** Somebody who was merged is found, and led to who they are now. */
async function isCustomer(viewer: Viewer, id: string): Promise<boolean> {
  const row = await find(await reader(viewer), customers, id);
  return row !== undefined && (row.deletedAt === null || row.mergedIntoId !== null);
}

async function isKeyInUse(viewer: Viewer, id: string): Promise<boolean> {
  const key = await find(await reader(viewer), apiKeys, id);
  return key !== undefined && isInUse(key, viewer.now());
}

async function isMember({ environment }: Viewer, personId: string): Promise<boolean> {
  return (await membershipOf(environment.accountId, personId)) !== undefined;
}

async function isInvitation({ environment }: Viewer, id: string): Promise<boolean> {
  return (await invitationOf(environment.accountId, id)) !== undefined;
}

async function isHistoryLine({ environment }: Viewer, sequence: string): Promise<boolean> {
  return (await historyLine(environment.accountId, Number(sequence))) !== undefined;
}
