import { del, get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import { listParams, objectId, params, text, time } from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { advanceTestClock } from "./advance-clock.ts";
import { createTestClock } from "./create-clock.ts";
import { deleteTestClock } from "./delete-clock.ts";
import { getTestClock, listTestClocks } from "./queries.ts";
import { type TestClockRow, toDeletedTestClock, toTestClock } from "./wire.ts";

const permission = "clock:write" as const;
const url = "/v1/test_helpers/test_clocks";

const createParams = params({
  frozen_time: time(),
  name: text(300).optional(),
  customer: objectId().optional(),
});

const toWire = (viewer: Viewer, row: TestClockRow) => toTestClock(row, viewer.environment);
const load = async (viewer: Viewer, id: string) => toWire(viewer, await getTestClock(viewer, id));

export const testClockResource = resource(
  "test_helpers.test_clock",
  {
    create: post(url, { permission, params: createParams }, async (viewer, given) => {
      const { frozen_time: frozenTime, name, customer: customerId } = given;
      return toWire(viewer, await createTestClock(viewer, { frozenTime, name, customerId }));
    }),
    retrieve: get(`${url}/:id`, { permission }, (viewer, { id }) => load(viewer, id)),
    list: list(url, { permission, params: listParams({}) }, async (viewer, request) =>
      pageOf(await listTestClocks(viewer, request), url, (row) => toWire(viewer, row)),
    ),
    advance: post(
      `${url}/:id/advance`,
      { permission, params: params({ frozen_time: time() }) },
      async (viewer, { id, frozen_time: toMs }) =>
        toWire(viewer, await advanceTestClock(viewer, { id, toMs })),
    ),
    delete: del(`${url}/:id`, { permission }, async (viewer, { id }) =>
      toDeletedTestClock(await deleteTestClock(viewer, id)),
    ),
  },
  { prefixes: ["clock"], load },
);
