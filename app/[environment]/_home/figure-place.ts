import type { Viewer } from "#lib/auth/viewer";
import { type OverviewQuery, overviewParams } from "#lib/figures/overview-query";
import type { TileName } from "#lib/home/overview-tiles";
import { paths } from "#lib/paths";
import type { ListPlace } from "../../_lists/list-place";

/** The overview of Home. */
export function homePlace(viewer: Viewer): ListPlace<OverviewQuery> {
  return { path: paths.home(viewer), params: overviewParams };
}

/** The page of one figure: what it comes to, and all that it counts. */
export function figurePlace(viewer: Viewer, figure: TileName): ListPlace<OverviewQuery> {
  return { path: paths.figure(viewer, figure), params: overviewParams };
}

/** All that a part of a figure counts. `part`: as `lib/home/tile-part` writes it. */
export function partPlace(viewer: Viewer, figure: TileName, part: string): ListPlace<OverviewQuery> {
  return { path: paths.figurePart(viewer, figure, part), params: overviewParams };
}

/** The same figure as a file. */
export function figureFilePlace(viewer: Viewer, figure: TileName): ListPlace<OverviewQuery> {
  return { path: paths.figureCsv(viewer, figure), params: overviewParams };
}
