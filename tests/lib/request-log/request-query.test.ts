import { describe, expect, test } from "vitest";
import { readRequestQuery, requestFilter, requestQueryParams } from "#lib/request-log/request-query";

const read = (address: string) => readRequestQuery(Object.fromEntries(new URLSearchParams(address)));

describe("the log's address", () => {
  test.each([
    "status=4xx",
    "method=DELETE&path=%2Fv1%2Fcustomers",
    "date=last_month",
    "from=2026-11-01&to=2026-11-22&id=req_1",
  ])("says %s, and reads it back", (address) => {
    const { query, problems } = read(address);
    expect(problems).toEqual([]);
    expect(requestQueryParams(query).toString()).toBe(address);
  });

  test("forgives a path without its slash", () => {
    expect(read("path=v1/refunds").query.path).toBe("/v1/refunds");
  });

  test.each(["status=3xx", "method=PUT", "from=2026-02-30", "id=a b", "date=ever"])(
    "names what it does not understand of %s, and leaves it out",
    (address) => {
      const { query, problems } = read(address);
      expect(problems).toMatchObject([{ param: address.split("=")[0], reason: "unknown" }]);
      expect(requestQueryParams(query).size).toBe(0);
    },
  );
});

test("days are the reader's: from their first moment to the end of the last", () => {
  const { query } = read("from=2026-11-22&to=2026-11-22");
  const filter = requestFilter(query, { timeZone: "Europe/Paris", now: 0 });
  expect(filter).toMatchObject({
    from: Date.parse("2026-11-22T00:00:00+01:00"),
    until: Date.parse("2026-11-23T00:00:00+01:00"),
  });
});
