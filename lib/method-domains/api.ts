import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { createMethodDomain, updateMethodDomain } from "./change-domain.ts";
import { getMethodDomain, listMethodDomains } from "./queries.ts";
import { type MethodDomainRow, toMethodDomain } from "./wire.ts";

const read = "payments:read" as const;
const write = "settings:write" as const;
const path = "/v1/payment_method_domains";
const enabled = p.bool().optional();
const answer = (viewer: Viewer, row: MethodDomainRow) => toMethodDomain(row, viewer.environment);

export const methodDomainResource = resource(
  "payment_method_domain",
  {
    create: post(
      path,
      { permission: write, params: p.params({ domain_name: p.text(300), enabled }) },
      async (viewer, { domain_name: domainName, enabled: on }) =>
        answer(viewer, await createMethodDomain(viewer, { domainName, enabled: on })),
    ),
    list: list(
      path,
      { permission: read, params: p.listParams({ domain_name: p.text(300).optional(), enabled }) },
      async (viewer, { domain_name: domainName, enabled: on, ...request }) => {
        const page = await listMethodDomains(viewer, request, { domainName, enabled: on });
        return pageOf(page, path, (row) => answer(viewer, row));
      },
    ),
    retrieve: get(`${path}/:id`, { permission: read }, (viewer, { id }) => load(viewer, id)),
    update: post(`${path}/:id`, { permission: write, params: p.params({ enabled }) }, async (viewer, input) =>
      answer(viewer, await updateMethodDomain(viewer, input.id, input)),
    ),
    /* There is no network to ask: in a test environment what is switched on works. */
    validate: post(`${path}/:id/validate`, { permission: write }, (viewer, { id }) => load(viewer, id)),
  },
  { prefixes: ["pmd"], load },
);

async function load(viewer: Viewer, id: string) {
  return answer(viewer, await getMethodDomain(viewer, id));
}
