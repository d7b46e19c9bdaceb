import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PayoutRow } from "#lib/payouts/wire";
import { plainColumns } from "../../_lists/list-table";
import { Table } from "../../_ui/table";
import { payoutColumns } from "./_list/payout-columns";

/** A few payouts, each leading to its page. */
export function PayoutTable({ viewer, payouts }: { viewer: Viewer; payouts: PayoutRow[] }) {
  return (
    <Table
      caption={translator(viewer.locale, "balances")("payoutsCaption")}
      columns={plainColumns(payoutColumns(viewer))}
      rows={payouts}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.payout(viewer, id)}
    />
  );
}
