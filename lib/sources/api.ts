import type { z } from "zod";
import { del, type Endpoint, get, list, post, postThroughProcessor, resource } from "#lib/api/endpoint";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { createCustomerSource } from "./create-customer-source.ts";
import { deleteCustomerSource } from "./delete-customer-source.ts";
import { pageOfSources } from "./page-of-sources.ts";
import { getAnySource, getCustomerSource, type SourceObject } from "./queries.ts";
import { sourceParam, toSourceInput } from "./source-param.ts";
import { type SourcePatch, updateCustomerSource } from "./update-source.ts";
import { verifyBankAccount } from "./verify-bank-account.ts";
import { toCustomerSource, toDeletedSource } from "./wire.ts";

const answer = (viewer: Viewer, row: PaymentMethodRow) => toCustomerSource(row, viewer.environment);
const read = "customers:read" as const;
const write = "customers:write" as const;
const line = () => p.emptyable(p.text()).optional();

const createParams = p.params({
  source: sourceParam(),
  metadata: p.metadata().optional(),
  validate: p.bool().optional(),
});

const updateParams = p.params({
  account_holder_name: line(),
  account_holder_type: p.oneOf(["company", "individual"]).optional(),
  address_city: line(),
  address_country: line(),
  address_line1: line(),
  address_line2: line(),
  address_state: line(),
  address_zip: line(),
  exp_month: p.int().optional(),
  exp_year: p.int().optional(),
  metadata: p.metadata().optional(),
  name: line(),
  owner: p
    .hash({ address: p.address().optional(), email: p.email().optional(), name: line(), phone: line() })
    .optional(),
});

const amounts = p.params({ amounts: p.listOf(p.int({ min: 1 }), 2) });

export const customerSourceResource = resource(
  "customer_source",
  {
    ...under("sources"),
    ...under("cards", "card"),
    ...under("bank_accounts", "bank_account"),
  },
  { load: async (viewer, id) => answer(viewer, await getAnySource(viewer, id)) },
);

/** The same objects at one of their addresses, where they may all be of one kind. */
function under(path: "sources" | "cards" | "bank_accounts", kind?: SourceObject): Record<string, Endpoint> {
  const all = `/v1/customers/:customer/${path}` as const;
  const one = `${all}/:id` as const;
  return {
    [`${path} create`]: postThroughProcessor(
      all,
      { permission: write, params: createParams },
      (viewer, { customer, source, metadata }) =>
        createCustomerSource(viewer, { customerId: customer, source: toSourceInput(source), metadata }),
      answer,
    ),
    [`${path} list`]: list(
      all,
      {
        permission: read,
        params: p.listParams({ object: p.oneOf(["card", "bank_account", "source"]).optional() }),
      },
      (viewer, { customer, ...request }) =>
        pageOfSources(viewer, { ...request, object: kind ?? request.object }, customer, path),
    ),
    [`${path} retrieve`]: get(one, { permission: read }, async (viewer, { customer, id }) =>
      answer(viewer, await getCustomerSource(viewer, { customerId: customer, id, object: kind })),
    ),
    [`${path} update`]: post(one, { permission: write, params: updateParams }, async (viewer, input) => {
      const named = { customerId: input.customer, id: input.id, object: kind };
      return answer(viewer, await updateCustomerSource(viewer, named, toPatch(input)));
    }),
    [`${path} delete`]: del(one, { permission: write }, async (viewer, { customer, id }) => {
      const deleted = await deleteCustomerSource(viewer, { customerId: customer, id, object: kind });
      return toDeletedSource(deleted, viewer.environment);
    }),
    ...(kind === "card" ? {} : { [`${path} verify`]: verification(`${one}/verify`) }),
  };
}

function verification(path: `/v1/customers/:customer/${string}/:id/verify`): Endpoint {
  return postThroughProcessor(
    path,
    { permission: write, params: amounts },
    (viewer, { customer, id, amounts: guessed }: { customer: string; id: string; amounts: number[] }) =>
      verifyBankAccount(viewer, { customerId: customer, id, amounts: guessed }),
    answer,
  );
}

function toPatch(given: z.output<typeof updateParams>): SourcePatch {
  const { address_city: city, address_country: country, address_line1: line1, address_line2: line2 } = given;
  const { address_state: state, address_zip: postalCode, name, account_holder_name: holderName } = given;
  const address = only({ city, country, line1, line2, state, postal_code: postalCode });
  return {
    owner: { ...only({ name: name ?? holderName }), address, ...given.owner },
    metadata: given.metadata,
    expMonth: given.exp_month,
    expYear: given.exp_year,
    holderType: given.account_holder_type,
  };
}

/** Without what was not given. */
function only<T extends object>(values: T): Partial<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
