import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Tx, Viewer } from "#lib/auth/viewer";
import type { Address } from "#db/schema/customers";
import { invalid } from "#lib/errors";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { differences } from "#lib/events/differences";
import { claimed } from "#lib/operations/claimed";
import { planPayouts } from "#lib/payouts/plan-payouts";
import { changeExternalAccount, stepDown } from "./insert-external-account.ts";
import { findExternalAccount, inCurrency } from "./queries.ts";
import type { ExternalAccountRow } from "./wire.ts";

export interface ExternalAccountPatch {
  /** Only true: another one becomes the default by saying so of it. */
  byDefault?: boolean;
  metadata?: MetadataPatch;
  /** Of bank accounts. */
  holderType?: string | null;
  accountType?: string;
  holderName?: string;
  /** Of cards. */
  name?: string;
  address?: Partial<Address>;
  expMonth?: number;
  expYear?: number;
}

/** Changes what is said of a bank account or card, and which one payouts go to. Its number cannot be changed. */
export function updateExternalAccount(
  viewer: Viewer,
  id: string,
  patch: ExternalAccountPatch,
): Promise<ExternalAccountRow> {
  authorize(viewer, "bank_accounts:write");
  assertProved(viewer);
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const row = await findExternalAccount(tx, id);
      const others = await othersThan(tx, row);
      if (patch.byDefault === true && !row.defaultForCurrency) await stepDown(tx, others);
      const after = await changeExternalAccount(tx, row, changed(row, patch));
      if (after.defaultForCurrency !== row.defaultForCurrency) {
        const { currency } = row;
        await audit(tx, "external_account.made_default", {
          subject: id,
          before: { currency, default: others.find((each) => each.defaultForCurrency)?.id ?? null },
          after: { currency, default: id },
        });
        await planPayouts(tx);
      }
      await auditDetails(tx, row, after);
      return after;
    }),
  );
}

/** Notes which details are said otherwise now, by their names: what they say is about a person, and a line stays for good. */
async function auditDetails(tx: Tx, row: ExternalAccountRow, updated: ExternalAccountRow): Promise<void> {
  const [was, is] = [detailsOf(row), detailsOf(updated)];
  const changed = Object.keys({ ...differences(was, is), ...differences(is, was) });
  if (changed.length === 0) return;
  await audit(tx, "external_account.updated", { subject: row.id, after: { changed } });
}

function detailsOf({ holderType, accountType, holderName, address, card }: ExternalAccountRow) {
  const { expMonth, expYear } = card ?? {};
  return { holderType, accountType, holderName, address, expMonth, expYear };
}

async function othersThan(tx: Tx, { id, currency }: ExternalAccountRow): Promise<ExternalAccountRow[]> {
  return (await inCurrency(tx, currency)).filter((other) => other.id !== id);
}

function changed(row: ExternalAccountRow, patch: ExternalAccountPatch): Partial<ExternalAccountRow> {
  const { byDefault, metadata, holderType, accountType, holderName, name, address, expMonth, expYear } =
    patch;
  if (byDefault === false && row.defaultForCurrency) {
    throw invalid("An external account is the default until another one of its currency is made it.", {
      param: "default_for_currency",
    });
  }
  assertKind(row, patch);
  return {
    defaultForCurrency: byDefault ?? row.defaultForCurrency,
    metadata: mergeMetadata(row.metadata, metadata),
    holderType: holderType === undefined ? row.holderType : holderType,
    accountType: accountType ?? row.accountType,
    holderName: holderName ?? name ?? row.holderName,
    address: row.type === "card" ? { ...noAddress, ...row.address, ...address } : row.address,
    card: row.card && {
      ...row.card,
      expMonth: expMonth ?? row.card.expMonth,
      expYear: expYear ?? row.card.expYear,
    },
  };
}

const noAddress: Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

const members = {
  bank_account: {
    holderType: "account_holder_type",
    accountType: "account_type",
    holderName: "account_holder_name",
  },
  card: { name: "name", address: "address_line1", expMonth: "exp_month", expYear: "exp_year" },
} as const;

/** A bank account has no expiry date, a card no account holder. */
function assertKind({ type }: ExternalAccountRow, patch: ExternalAccountPatch): void {
  const given: Record<string, unknown> = { ...patch };
  for (const [member, param] of Object.entries(members[type === "card" ? "bank_account" : "card"])) {
    if (given[member] === undefined) continue;
    throw invalid(`Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
  }
}
