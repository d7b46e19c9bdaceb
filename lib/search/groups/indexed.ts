import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Entry, Kind } from "../documents/kind.ts";
import type { Sheet } from "../documents/sheet.ts";
import { find } from "../find.ts";
import { isIndexWhole } from "../index/state.ts";
import { wantedBy } from "../query/wanted.ts";
import type { GroupKey, Hit, SearchGroup } from "./group.ts";

/** A group of what the index finds. */
export function indexedGroup<Row>(
  key: GroupKey,
  kind: Kind<Row>,
  toHits: (viewer: Viewer, rows: Row[]) => Promise<Hit[]>,
): SearchGroup {
  return {
    key,
    permission: kind.permission,
    async find(viewer, query, place) {
      // What is hidden from the viewer is found all the same by who knows it, and stays hidden.
      const whole = await reader({ ...viewer, conceal: undefined });
      const seen = viewer.conceal ? seenBy(viewer, kind) : kind;
      const { found, next, narrowed } = await find(whole, seen, wantedBy(viewer, query, kind), place);
      const hits = await toHits(
        viewer,
        found.map(({ row }) => row),
      );
      return { hits, next, narrowed, ...((await isIndexWhole()) ? {} : { unready: true }) };
    },
  };
}

/** Objects as who is to be discreet reads them, beside what says who somebody is: that counts where it is known whole. */
function seenBy<Row>(viewer: Viewer, kind: Kind<Row>): Kind<Row> {
  return {
    ...kind,
    async read(whole, ids) {
      const shown = new Map(
        (await kind.read(await reader(viewer), ids)).map((entry) => [entry.sheet.id, entry]),
      );
      return (await kind.read(whole, ids)).flatMap(({ sheet, gone }): Entry<Row>[] => {
        const read = shown.get(sheet.id);
        return read ? [{ row: read.row, sheet: withPersonal(read.sheet, sheet), ...(gone && { gone }) }] : [];
      });
    },
  };
}

function withPersonal({ texts, metadata }: Sheet, whole: Sheet): Sheet {
  const personal = (whole.personal ?? []).map((name) => [name, whole.texts[name] ?? []]);
  return { ...whole, texts: { ...texts, ...Object.fromEntries(personal) }, metadata };
}
