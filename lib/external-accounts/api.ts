import { del, get, list, post, postThroughProcessor, resource } from "#lib/api/endpoint";
import { pageOf, type PageRequest } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { createExternalAccount } from "./create-external-account.ts";
import { deleteExternalAccount } from "./delete-external-account.ts";
import { createParams, listParams, toInput, toPatch, updateParams } from "./params.ts";
import { getExternalAccount, getExternalAccountOrDeleted, listExternalAccounts } from "./queries.ts";
import { updateExternalAccount } from "./update-external-account.ts";
import { type ExternalAccountRow, toDeletedExternalAccount, toExternalAccount } from "./wire.ts";

const read = "payouts:read" as const;
const write = "bank_accounts:write" as const;
const answer = ({ environment }: Viewer, row: ExternalAccountRow) => toExternalAccount(row, environment);
const create = { permission: write, params: createParams };
const update = { permission: write, params: updateParams };

const endpoints = {
  create: postThroughProcessor(
    "/v1/accounts/:account/external_accounts",
    create,
    (viewer, { account, ...input }) => createExternalAccount(own(viewer, account), toInput(input)),
    answer,
  ),
  list: list(
    "/v1/accounts/:account/external_accounts",
    { permission: read, params: listParams },
    (viewer, { account, ...input }) => page(own(viewer, account), input),
  ),
  retrieve: get(
    "/v1/accounts/:account/external_accounts/:id",
    { permission: read },
    async (viewer, { account, id }) => answer(viewer, await getExternalAccount(own(viewer, account), id)),
  ),
  update: post("/v1/accounts/:account/external_accounts/:id", update, async (viewer, input) => {
    const { account, id, ...given } = input;
    return answer(viewer, await updateExternalAccount(own(viewer, account), id, toPatch(given)));
  }),
  delete: del(
    "/v1/accounts/:account/external_accounts/:id",
    { permission: write },
    async (viewer, { account, id }) =>
      toDeletedExternalAccount(await deleteExternalAccount(own(viewer, account), id)),
  ),
  /* The account of the key, without saying which. */
  createOfOwn: postThroughProcessor(
    "/v1/account/external_accounts",
    create,
    (viewer, input) => createExternalAccount(viewer, toInput(input)),
    answer,
  ),
  listOfOwn: list("/v1/account/external_accounts", { permission: read, params: listParams }, page),
  retrieveOfOwn: get("/v1/account/external_accounts/:id", { permission: read }, async (viewer, { id }) =>
    answer(viewer, await getExternalAccount(viewer, id)),
  ),
  updateOfOwn: post("/v1/account/external_accounts/:id", update, async (viewer, { id, ...given }) =>
    answer(viewer, await updateExternalAccount(viewer, id, toPatch(given))),
  ),
  deleteOfOwn: del("/v1/account/external_accounts/:id", { permission: write }, async (viewer, { id }) =>
    toDeletedExternalAccount(await deleteExternalAccount(viewer, id)),
  ),
};

export const externalAccountResource = resource("bank_account", endpoints, {
  prefixes: ["ba"],
  load: shownOrDeleted,
  expandable: ["account", "customer"],
});

export const externalCardResource = resource(
  "card",
  {},
  {
    prefixes: ["card"],
    load: shownOrDeleted,
    expandable: ["account", "customer"],
  },
);

/** The business's bank accounts and cards, as the API lists them; also inside its account. */
export async function page(
  viewer: Viewer,
  { object, ...request }: PageRequest & { object?: ExternalAccountRow["type"] | undefined },
) {
  const url = `/v1/accounts/${viewer.environment.accountId}/external_accounts`;
  return pageOf(await listExternalAccounts(viewer, request, object), url, (row) => answer(viewer, row));
}

async function shownOrDeleted(viewer: Viewer, id: string) {
  const row = await getExternalAccountOrDeleted(viewer, id);
  return row.deletedAt === null ? answer(viewer, row) : toDeletedExternalAccount(row);
}

/** The viewer, if the account is theirs; another's is not found. */
function own(viewer: Viewer, account: string): Viewer {
  if (account !== viewer.environment.accountId) throw notFound("account", account, "account");
  return viewer;
}
