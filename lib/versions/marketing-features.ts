import type { VersionChange } from "./change.ts";

/**
 * What a product is praised for is called `marketing_features`; before, `features`.
 * https://docs.stripe.com/changelog/2024-04-10
 */
export const marketingFeatures: VersionChange = {
  since: "2024-04-10",
  before: {
    objects: ["product"],
    shownWhole: [],
    down: ({ marketing_features: features, ...product }) => ({ ...product, features }),
  },
  up({ method, path }, params) {
    if (method !== "POST" || !/^\/v1\/products(\/[^/]+)?$/.test(path)) return params;
    const { features, ...others } = params;
    return features === undefined ? others : { ...others, marketing_features: features };
  },
};
