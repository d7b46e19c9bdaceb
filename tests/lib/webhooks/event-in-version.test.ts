import { expect, test } from "vitest";
import { listEvents } from "#lib/events/queries";
import { apiVersion } from "#lib/api-version";
import { versionsToChoose } from "#lib/versions/render";
import { eventIn } from "#lib/webhooks/body";
import { anApiWorld } from "#tests/support/api-server";

test("an event is told in each of the versions there are to choose from", async () => {
  const { viewer, stripe } = await anApiWorld();
  const { id: coupon } = await stripe.coupons.create({ percent_off: 10, duration: "once" });
  await stripe.promotionCodes.create({ promotion: { type: "coupon", coupon } });
  const [event] = (await listEvents(viewer, { limit: 1 }, { types: ["promotion_code.created"] })).rows;
  if (!event) throw new Error("It was not recorded");

  const [latest, older] = versionsToChoose(null);
  expect(latest).toBe(apiVersion);
  expect(await eventIn(apiVersion, viewer, event)).toMatchObject({
    api_version: apiVersion,
    data: { object: { promotion: { type: "coupon", coupon } } },
  });
  expect(await eventIn(String(older), viewer, event)).toMatchObject({
    api_version: older,
    data: { object: { coupon: { id: coupon, percent_off: 10 } } },
  });
  expect(versionsToChoose("2024-06-20")).toEqual([...versionsToChoose(null), "2024-06-20"]);
});
