import { describe, expect, test } from "vitest";
import { anyList } from "#lib/lists/any-list";
import { readQuery, type Reading } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { requestList } from "#lib/request-log/request-list";

const reading: Reading = {
  locale: "en",
  timeZone: "Europe/Paris",
  now: 0,
  currency: "eur",
  seesPeople: true,
  seesPayments: true,
  seesInvitations: true,
  isDiscreet: false,
  eventTypes: null,
};
const words = (address: string) => anyList(requestList).words(fromWords(address), reading);

describe("the log's address", () => {
  test.each([
    "status=4xx",
    "method=DELETE&path=%2Fv1%2Fcustomers",
    "error=resource_missing&date=last_month&sort=oldest",
    "object=my-shirt&key=mk_1",
    "idempotency=order+1%3A%C3%A9t%C3%A9&date=last_month",
    "from=2026-11-01&to=2026-11-22&id=req_1",
  ])("says %s, and reads it back", (address) => {
    expect(readQuery(requestList, fromWords(address), reading).problems).toEqual([]);
    expect(words(address)).toBe(address);
  });

  test("forgives a path without its slash", () => {
    expect(words("path=v1/refunds")).toBe("path=%2Fv1%2Frefunds");
  });

  test.each([
    "status=3xx",
    "method=PUT",
    "from=2026-02-30",
    "id=a b",
    "date=ever",
    `idempotency=${"a".repeat(256)}`,
  ])("names what it does not understand of %s, and leaves it out", (address) => {
    const { problems } = readQuery(requestList, fromWords(address), reading);
    expect(problems).toMatchObject([{ param: address.split("=")[0], reason: "unknown" }]);
    expect(words(address)).toBe("");
  });
});
