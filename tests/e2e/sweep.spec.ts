import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { demoPeople } from "#lib/demo/people";
import { locales } from "#lib/i18n/locale";
import { crawl } from "#tests/support/pages-crawl";
import { neededAt } from "#tests/support/pages-permissions";
import { holds } from "#tests/support/pages-roles";
import { pageRoutes } from "#tests/support/pages-routes";
import { placesOfOwner, placesToStart } from "#tests/support/pages-starts";
import { type Visiting, visitor } from "#tests/support/pages-visit";
import { test } from "#tests/support/own-server";
import { signIn } from "#tests/support/sign-in";

const everybody = ["owner", "admin", "developer", "analyst", "support", "viewer"] as const;
const widths = [1280, 360];
/** What axe measures at both widths, colours and sizes, is the same in each language. */
const ownersLook = { en: {}, fr: { axe: "at the first width" } } as const;
const isFull = process.env["TEST_FULL"] === "1";

/** Where no link leads: shown in the place of a page that a role does not open, or only once something went on. */
const linkless = [
  "/:environment/forbidden",
  "/:environment/transactions/:id/collect",
  "/:environment/settings/user/passkeys/:id",
  "/:environment/balances/payouts/:id/reverse",
];

test("every page of the dashboard can be reached, and there is nothing wrong with it", async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  await signIn(page, "owner", `/${demoSlug}`);
  const starts = [...(await placesToStart(request)), ...(await placesOfOwner(page))];
  // The walks of the full run have axe look at each page; a task's own test has it look at the task's.
  const visit = visitor({ locale: "en", widths, axe: "left out" });
  const { routes, defects } = await crawl(page, { starts, most: 1, visit });
  expect(defects).toEqual([]);
  const unreached = pageRoutes.filter((route) => route.startsWith("/:environment") && !routes.has(route));
  expect(unreached.filter((route) => !linkless.includes(route))).toEqual([]);
});

test.describe("every way to look at it", () => {
  test.skip(!isFull, "Part of npm run test:full.");
  test.describe.configure({ mode: "parallel", timeout: 1_800_000 });

  for (const locale of locales) {
    test.describe(locale, () => {
      test.use({ locale });
      for (const who of everybody) {
        // The owner sees every page: whoever sees less is shown the same pieces, which axe has seen by then.
        const looking = who === "owner" ? ownersLook[locale] : { axe: "left out" as const };
        test(who, ({ page, request }) => walk(page, request, { who, locale, widths, most: 1, ...looking }));
      }
    });
  }

  test.describe("in the dark", () => {
    test.use({ colorScheme: "dark" });
    test("owner", ({ page, request }) =>
      walk(page, request, { who: "owner", locale: "en", widths, most: 1 }));
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });
    // axe waits with timers, which are scripts too.
    test("owner", ({ page, request }) =>
      walk(page, request, { who: "owner", locale: "en", widths, most: 2, axe: "left out" }));
  });
});

/** Whether they may go there; that the others are refused is looked at role by role. */
function mayOpen(who: Walk["who"], place: string): boolean {
  const { roles = [] } = demoPeople.find(({ email }) => email.startsWith(`${who}@`)) ?? {};
  return holds([...roles], neededAt(place) ?? []);
}

interface Walk extends Visiting {
  who: (typeof everybody)[number];
  most: number;
}

async function walk(page: Page, request: APIRequestContext, { who, most, ...visiting }: Walk): Promise<void> {
  await signIn(page, who, `/${demoSlug}`);
  const starts = [
    ...(await placesToStart(request)).filter((place) => mayOpen(who, place)),
    ...(who === "owner" && visiting.axe !== "left out" ? await placesOfOwner(page) : []),
  ];
  const { defects } = await crawl(page, { starts, most, visit: visitor(visiting) });
  expect(defects).toEqual([]);
}
