import { z } from "zod";
import { get, postThroughProcessor, resource } from "#lib/api/endpoint";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { methodDataShape, toMethodData } from "#lib/payment-methods/params";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { toShipping } from "#lib/payments/shipping";
import { createConfirmationToken } from "./create-token.ts";
import { getConfirmationToken } from "./queries.ts";
import { type ConfirmationTokenRow, toConfirmationToken } from "./wire.ts";

const createParams = p.params({
  payment_method: p.objectId().optional(),
  payment_method_data: p.hash(methodDataShape).optional(),
  payment_method_options: p.hash({ card: z.record(z.string(), z.unknown()).optional() }).optional(),
  return_url: p.text().optional(),
  setup_future_usage: p.oneOf(["off_session", "on_session"]).optional(),
  shipping: p
    .hash({ address: p.address(), name: p.text(), phone: p.emptyable(p.text(20)).optional() })
    .optional(),
});

interface Whole {
  row: ConfirmationTokenRow;
  method: PaymentMethodRow;
}
const answer = (viewer: Viewer, { row, method }: Whole) =>
  toConfirmationToken(row, method, viewer.environment);

export const confirmationTokenResource = resource(
  "confirmation_token",
  {
    retrieve: get("/v1/confirmation_tokens/:id", { permission: "payments:read" }, (viewer, { id }) =>
      load(viewer, id),
    ),
    create: postThroughProcessor(
      "/v1/test_helpers/confirmation_tokens",
      { permission: "payments:write", params: createParams },
      (viewer, given) =>
        createConfirmationToken(viewer, {
          paymentMethodId: given.payment_method,
          paymentMethodData:
            given.payment_method_data && toMethodData(given.payment_method_data, "payment_method_data"),
          paymentMethodOptions: given.payment_method_options?.card && {
            card: given.payment_method_options.card,
          },
          returnUrl: given.return_url,
          setupFutureUsage: given.setup_future_usage,
          shipping: given.shipping && toShipping(given.shipping),
        }),
      answer,
    ),
  },
  {
    prefixes: ["ctoken"],
    load,
    expandable: [
      "payment_method_preview.card.generated_from.setup_attempt",
      "payment_method_preview.customer",
      "payment_method_preview.sepa_debit.generated_from.charge",
      "payment_method_preview.sepa_debit.generated_from.setup_attempt",
    ],
  },
);

async function load(viewer: Viewer, id: string) {
  return answer(viewer, await getConfirmationToken(viewer, id));
}
