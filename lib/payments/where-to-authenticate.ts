import type { PaymentIntentRow } from "./wire.ts";

/** The path of our page where the customer authenticates this payment; null while nobody has to. */
export function whereToAuthenticate({ status, nextAction }: PaymentIntentRow): string | null {
  const redirect = nextAction?.redirect_to_url as { url: string | null } | undefined;
  if (status !== "requires_action" || !redirect?.url) return null;
  return new URL(redirect.url).pathname;
}
