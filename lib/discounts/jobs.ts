import { on } from "#lib/jobs/jobs";
import { endDueDiscount } from "./delete-discount.ts";

on("discounts.end", endDueDiscount);
