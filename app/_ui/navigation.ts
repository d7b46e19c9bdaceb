import type { IconName } from "./icon-names";

export type NavigationItem = {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean;
  /** What waits there. */
  count?: number;
  /** What to press to go there. */
  keys?: string;
};

export type NavigationGroup = {
  key: string;
  title?: string;
  items: NavigationItem[];
  /** A link beside the title. */
  aside?: { href: string; label: string };
  /** "end" keeps the group at the foot of the sidebar. */
  place?: "end";
};

/** Where one may go from the account picker: environments, then other accounts. */
export type Place = { href: string; label: string; current?: boolean };

export type PlaceGroup = { key: string; title: string; places: Place[] };
