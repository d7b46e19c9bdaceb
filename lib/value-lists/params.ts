import { createdRange, listParams, metadata, objectId, oneOf, params, text } from "#lib/api/params";

const alias = () =>
  text(100).regex(/^[A-Za-z0-9_]+$/, "An alias is made of letters, digits and underscores.");

export const createListParams = params({
  alias: alias(),
  item_type: oneOf([
    "account",
    "card_bin",
    "card_fingerprint",
    "case_sensitive_string",
    "country",
    "crypto_fingerprint",
    "customer_id",
    "email",
    "ip_address",
    "sepa_debit_fingerprint",
    "string",
    "us_bank_account_fingerprint",
  ]).default("string"),
  metadata: metadata().optional(),
  name: text(100),
});

export const updateListParams = params({
  alias: alias().optional(),
  metadata: metadata().optional(),
  name: text(100).optional(),
});

export const valueListsParams = listParams({
  alias: text(100).optional(),
  contains: text(800).optional(),
  created: createdRange().optional(),
});

export const createItemParams = params({ value: text(800), value_list: objectId() });

export const listItemsParams = listParams({
  created: createdRange().optional(),
  value: text(800).optional(),
  value_list: objectId(),
});
