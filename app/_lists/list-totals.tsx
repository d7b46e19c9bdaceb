import { translator } from "#lib/i18n/translator";
import { listTotals } from "#lib/lists/list-totals";
import type { Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { fromWords } from "#lib/lists/words";
import { paths } from "#lib/paths";
import { addressOf } from "./list-place";
import { LiveTotals } from "./live-totals";
import type { OpenList } from "./open-list";
import { totalsWords } from "./totals-words";

/** How many rows match and what they come to: at once where it was asked for, else when it is ready. */
export async function ListTotals<Row extends Listed, Query extends Sorted>({
  list,
}: {
  list: OpenList<Row, Query>;
}) {
  const { view, viewer, place, query } = list;
  const { name } = view.source;
  const asked = place.params(query);
  if (list.wantsTotals) {
    return totalsWords(viewer, await listTotals(viewer, { list: name, address: fromWords(asked) }));
  }
  const here = addressOf(place, query);
  return (
    <LiveTotals address={`${paths.listTotals(viewer, name)}?${asked}`}>
      <a href={`${here}${here.includes("?") ? "&" : "?"}totals=yes`}>
        {translator(viewer.locale, "lists")("totals.ask")}
      </a>
    </LiveTotals>
  );
}
