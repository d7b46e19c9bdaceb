import type { Viewer } from "#lib/auth/viewer";
import { mayShow, tileNames } from "#lib/home/overview-tiles";
import { tileTitle } from "#lib/home/tile-title";
import { translator } from "#lib/i18n/translator";
import { mayEnter } from "#lib/pages/destinations";
import { paths } from "#lib/paths";
import type { SearchGroup } from "./group.ts";
import { foundPages, pageHit } from "./page-hit.ts";

interface Report {
  key: string;
  name: string;
  href: string;
}

/** Pages that report on the business: each figure of Home, and those of balances and disputes. */
export const reportGroup: SearchGroup = {
  key: "reports",
  permission: null,
  async find(viewer, query, place) {
    const about = translator(viewer.locale, "search")("report.about");
    return foundPages(viewer, query, {
      ...place,
      pages: [...figuresFor(viewer), ...pagesFor(viewer)],
      named: ({ name }) => ({ name, other: [about] }),
      toHit: ({ key, name, href }) => pageHit(key, href, name, null),
    });
  },
};

function figuresFor(viewer: Viewer): Report[] {
  return tileNames
    .filter((tile) => mayShow(viewer, tile))
    .map((tile) => ({ key: tile, name: tileTitle(viewer, tile), href: paths.figure(viewer, tile) }));
}

function pagesFor(viewer: Viewer): Report[] {
  const named = translator(viewer.locale, "commands");
  const reports: Report[] = [
    { key: "statements", name: named("names.statements"), href: paths.statements(viewer) },
    { key: "activity", name: named("names.activity"), href: paths.activity(viewer) },
    { key: "fees", name: named("names.fees"), href: paths.fees(viewer) },
    {
      key: "disputes",
      name: translator(viewer.locale, "disputes")("figures.title"),
      href: paths.disputeFigures(viewer),
    },
  ];
  return reports.filter(({ href }) => mayEnter(viewer, href));
}
