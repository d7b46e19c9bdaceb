import type { IconName } from "./icon-names";

export type NavigationItem = {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean;
  /** What waits there. */
  count?: number;
};

export type NavigationGroup = {
  key: string;
  title?: string;
  items: NavigationItem[];
  /** "end" keeps the group at the foot of the sidebar. */
  place?: "end";
};

/** Where one may go from the account picker: environments, then other accounts. */
export type Place = { href: string; label: string; current?: boolean };

export type PlaceGroup = { key: string; title: string; places: Place[] };
