import { expect, test } from "vitest";
import {
  afterDone,
  doneOf,
  localPath,
  signInAfter,
  signInOccasion,
  signInPath,
} from "../../app/_server/local-path.ts";

test.each([
  ["/maison-lavande-test/settings?tab=1", "/maison-lavande-test/settings?tab=1"],
  ["/", "/"],
  ["/a/../b", "/b"],
])("%s is a path of ours", (path, led) => expect(localPath(path)).toBe(led));

test.each([
  "https://elsewhere.test/",
  "//elsewhere.test/x",
  "/\\elsewhere.test",
  "\\/elsewhere.test",
  "/\t/elsewhere.test",
  "/\n//elsewhere.test",
  "javascript:alert(1)",
  "elsewhere.test",
  "",
  undefined,
  ["/a"],
  7,
])("%j leads nowhere but to the start", (path) => expect(localPath(path)).toBe("/"));

test.each(["/..//elsewhere.test", "/x/..//elsewhere.test", "/.//elsewhere.test"])(
  "%s never becomes another host",
  (path) => expect(new URL(localPath(path), "http://here.test").host).toBe("here.test"),
);

test("the sign-in page remembers where one was going", () => {
  expect(signInPath("/")).toBe("/sign-in");
  expect(signInPath("/a?b=c&d=e")).toBe("/sign-in?next=%2Fa%3Fb%3Dc%26d%3De");
});

test("the sign-in page says what was done, of what there is to say", () => {
  const { searchParams } = new URL(signInAfter("email"), "http://here.test");
  expect(signInOccasion(searchParams.get("done"))).toBe("email");
  expect(signInOccasion("<script>")).toBeUndefined();
});

test("a page says what was done, of what there is to say", () => {
  const { pathname, searchParams } = new URL(afterDone("/shop/customers", "erased"), "http://here.test");
  expect([pathname, doneOf(["deleted", "erased"], searchParams.get("done"))]).toEqual([
    "/shop/customers",
    "erased",
  ]);
  expect(doneOf(["deleted", "erased"], "merged")).toBeUndefined();
  expect(doneOf(["deleted", "erased"], ["erased"])).toBeUndefined();
});
