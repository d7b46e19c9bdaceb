import type { draftEvidence } from "#lib/disputes/draft-evidence";
import type { EarlierPayment } from "#lib/disputes/earlier-payments";
import { type compellingDraft, earlierNeeded } from "#lib/disputes/give-compelling";
import type { productKindOf } from "#lib/disputes/product-kinds";

interface Known {
  known: Awaited<ReturnType<typeof draftEvidence>>;
  productKind: ReturnType<typeof productKindOf>;
  qualified: readonly EarlierPayment[];
}

/** What the form begins with: what was drafted, else what is known. */
export function draftOf(
  drafted: ReturnType<typeof compellingDraft>,
  { known, productKind, qualified }: Known,
) {
  const disputed = drafted?.disputed_transaction;
  const prior = drafted?.prior_undisputed_transactions ?? [];
  const chosen = qualified.filter(({ charge }) => prior.some((each) => each.charge === charge.id));
  const suggested = qualified.slice(0, earlierNeeded);
  const sold = productKind === "physical_product" ? "merchandise" : undefined;
  return {
    earlier: (drafted ? chosen : suggested).map(({ payment }) => payment.id),
    description: disputed?.product_description ?? known.product_description ?? "",
    earlierDescription: prior.find((each) => each.product_description)?.product_description ?? "",
    sold: disputed?.merchandise_or_services ?? sold,
    ip: disputed?.customer_purchase_ip ?? known.customer_purchase_ip ?? "",
    device: disputed?.customer_device_id ?? "",
    fingerprint: disputed?.customer_device_fingerprint ?? "",
    account: disputed?.customer_account_id ?? "",
    email: disputed?.customer_email_address ?? known.customer_email_address ?? "",
  };
}
