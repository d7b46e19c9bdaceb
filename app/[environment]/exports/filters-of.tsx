import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import type { DatasetName } from "#lib/exports/datasets/all";
import { translator } from "#lib/i18n/translator";
import type { Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import type { QueryParams } from "#lib/lists/read-params";
import type { ListView } from "../../_lists/list-view";
import { ToldFilters } from "../../_lists/told-filters";
import { payoutView } from "../balances/_list/payout-view";
import { topupView } from "../balances/_list/topup-view";
import { customerView } from "../customers/_list/customer-view";
import { guestView } from "../customers/guests/guest-view";
import { mailView } from "../outbox/mail-view";
import { activityView, feeView } from "../transactions/_list/activity-view";
import { cashReturnView } from "../transactions/_list/cash-return-view";
import { disputeView } from "../transactions/_list/dispute-view";
import { paymentView } from "../transactions/_list/payment-view";
import { refundView } from "../transactions/_list/refund-view";

type Tell = (viewer: Viewer, address: QueryParams) => ReactNode;

const tellers: Record<DatasetName, Tell> = {
  payments: of(paymentView),
  refunds: of(refundView),
  cash_returns: of(cashReturnView),
  disputes: of(disputeView),
  customers: of(customerView),
  guests: of(guestView),
  activity: of(activityView),
  fees: of(feeView),
  payouts: of(payoutView),
  topups: of(topupView),
  mails: of(mailView),
};

type FiltersOfProps = { viewer: Viewer; dataset: DatasetName; address: QueryParams };

/** What the list of an export is filtered to, in the words of the list itself; nothing where it is not. */
export function FiltersOf({ viewer, dataset, address }: FiltersOfProps) {
  return tellers[dataset](viewer, address);
}

function of<Row extends Listed, Query extends Sorted>(view: ListView<Row, Query>): Tell {
  const told: Tell = (viewer, address) => {
    const title = translator(viewer.locale, "exports")("filteredTo");
    return <ToldFilters {...{ viewer, view, address, title }} />;
  };
  return told;
}
