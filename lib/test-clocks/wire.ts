import type Stripe from "stripe";
import type { testClocks } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type TestClockRow = typeof testClocks.$inferSelect;

/** The API's test clock. */
export function toTestClock(row: TestClockRow, environment: ViewedEnvironment): Stripe.TestHelpers.TestClock {
  return {
    id: row.id,
    object: "test_helpers.test_clock",
    created: seconds(row.createdAt),
    deletes_after: seconds(row.deletesAfter),
    frozen_time: seconds(row.frozenTime),
    livemode: environment.kind === "live",
    name: row.name,
    status: row.status,
    status_details:
      row.targetTime === null ? {} : { advancing: { target_frozen_time: seconds(row.targetTime) } },
  };
}

/** What is left of a deleted clock. */
export function toDeletedTestClock({ id }: { id: string }): Stripe.TestHelpers.DeletedTestClock {
  return { id, object: "test_helpers.test_clock", deleted: true };
}
