import { del, resource } from "#lib/api/endpoint";
import { deleteDiscount } from "./delete-discount.ts";
import { toDeletedDiscount } from "./wire.ts";

export const discountResource = resource(
  "discount",
  {
    delete: del(
      "/v1/customers/:customer/discount",
      { permission: "customers:write" },
      async (viewer, { customer }) => toDeletedDiscount(await deleteDiscount(viewer, customer), customer),
    ),
  },
  {
    expandable: ["customer", "promotion_code", "source.coupon"],
    kinds: { "source.coupon": "coupon" },
  },
);
