import type { VersionChange } from "./change.ts";

/**
 * Meters say how what was used is added up; before, plans and recurring prices did. There are no metered ones here.
 * https://docs.stripe.com/changelog/basil/2025-03-31/deprecate-legacy-usage-based-billing
 */
export const aggregateUsage: VersionChange = {
  since: "2025-03-31.basil",
  before: {
    objects: ["plan", "price"],
    shownWhole: [],
    down(object) {
      if (object.object === "plan") return { ...object, aggregate_usage: null };
      const { recurring } = object;
      return recurring === null
        ? object
        : { ...object, recurring: { ...Object(recurring), aggregate_usage: null } };
    },
  },
};
