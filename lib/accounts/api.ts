import { del, get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import { getAccount } from "./queries.ts";
import { capabilities, toAccount, toCapability } from "./wire.ts";

const read = "account:read" as const;
const write = "account:write" as const;

/** Whatever was sent: these endpoints are for accounts of others, of which there are none. */
const anything = p.params({}).loose();

export const accountResource = resource(
  "account",
  {
    own: get("/v1/account", { permission: read }, async (viewer) => toAccount(await getAccount(viewer))),
    retrieve: get("/v1/accounts/:account", { permission: read }, (viewer, { account }) =>
      load(viewer, account),
    ),
    /* Accounts of others, connected to this one. */
    list: list(
      "/v1/accounts",
      { permission: read, params: p.listParams({ created: p.createdRange().optional() }) },
      async () => none("/v1/accounts"),
    ),
    create: post("/v1/accounts", { permission: write, params: anything }, async () => {
      throw invalid(
        "You can only create new accounts if you've signed up for Connect, which Comptoir does not have.",
      );
    }),
    update: post("/v1/accounts/:account", { permission: write, params: anything }, (viewer, { account }) =>
      notForOwn(viewer, account),
    ),
    delete: del("/v1/accounts/:account", { permission: write }, (viewer, { account }) =>
      notForOwn(viewer, account),
    ),
    persons: list(
      "/v1/accounts/:account/persons",
      { permission: read, params: p.listParams({ relationship: p.hash({}).loose().optional() }) },
      async (viewer, { account }) => {
        assertOwn(viewer, account);
        return none(`/v1/accounts/${account}/persons`);
      },
    ),
  },
  {
    prefixes: ["acct"],
    load,
    expandable: [
      "company.verification.document.back",
      "company.verification.document.front",
      "settings.branding.icon",
      "settings.branding.logo",
      "settings.invoices.default_account_tax_ids",
    ],
  },
);

export const capabilityResource = resource(
  "capability",
  {
    list: list("/v1/accounts/:account/capabilities", { permission: read }, async (viewer, { account }) => {
      assertOwn(viewer, account);
      const row = await getAccount(viewer);
      const page = { rows: [...capabilities], hasMore: false };
      return pageOf(page, `/v1/accounts/${account}/capabilities`, (name) => toCapability(name, row));
    }),
    retrieve: get(
      "/v1/accounts/:account/capabilities/:id",
      { permission: read },
      async (viewer, { account, id }) => {
        assertOwn(viewer, account);
        if (!capabilities.some((name) => name === id)) throw notFound("capability", id);
        return toCapability(id, await getAccount(viewer));
      },
    ),
    update: post(
      "/v1/accounts/:account/capabilities/:id",
      { permission: write, params: anything },
      (viewer, { account }) => notForOwn(viewer, account),
    ),
  },
  { expandable: ["account"] },
);

async function load(viewer: Viewer, id: string) {
  assertOwn(viewer, id);
  return toAccount(await getAccount(viewer));
}

/** The business changes itself in the dashboard. */
async function notForOwn(viewer: Viewer, account: string): Promise<never> {
  assertOwn(viewer, account);
  throw invalid("You cannot use this method on your own account: you may only use it on connected accounts.");
}

function assertOwn({ environment }: Viewer, account: string): void {
  if (account !== environment.accountId) throw notFound("account", account, "account");
}

function none(url: string) {
  return pageOf({ rows: [], hasMore: false }, url, (row: never) => row);
}
