import type { Handle } from "#db/transaction";
import { invalid } from "#lib/errors";
import { findDefault, findMethodConfiguration } from "./queries.ts";
import { isOffered } from "./wire.ts";

interface Wanted {
  paymentMethodTypes?: string[] | undefined;
  automaticPaymentMethods?: { enabled: boolean } | null | undefined;
  methodConfigurationId?: string | undefined;
}

export interface Offer {
  types: string[];
  /** What decided; null where the caller named the types, or nobody ever configured anything. */
  methodConfigurationId: string | null;
}

/**
 * Of the types that a payment or setup could take, those that the account offers: as the named configuration has it, or
 * the default one. Where the caller names types there is nothing to decide.
 */
export async function offeredMethods(handle: Handle, types: string[], wanted: Wanted): Promise<Offer> {
  const { paymentMethodTypes, automaticPaymentMethods, methodConfigurationId: id } = wanted;
  const isOpen = !paymentMethodTypes && automaticPaymentMethods?.enabled !== false;
  if (!isOpen) {
    if (id === undefined) return { types, methodConfigurationId: null };
    throw invalid("payment_method_configuration can only be used with automatic payment methods.", { param });
  }
  const configuration =
    id === undefined ? await findDefault(handle) : await findMethodConfiguration(handle, id, param);
  if (!configuration) return { types, methodConfigurationId: null };
  if (!configuration.active) {
    throw invalid(`The payment method configuration ${configuration.id} is not active.`, { param });
  }
  const offered = types.filter((type) => isOffered(configuration, type));
  if (offered.length > 0) return { types: offered, methodConfigurationId: configuration.id };
  throw invalid(
    "No valid payment method types: the payment method configuration offers none of those that this currency has.",
    { param },
  );
}

/** What there is to offer after a change that names a configuration; null where it names none. */
export async function offeredAfter(
  handle: Handle,
  types: string[],
  before: Pick<Wanted, "automaticPaymentMethods">,
  { paymentMethodTypes, methodConfigurationId }: Wanted,
): Promise<Offer | null> {
  if (methodConfigurationId === undefined) return null;
  const automaticPaymentMethods = before.automaticPaymentMethods ?? { enabled: false };
  return offeredMethods(handle, types, {
    paymentMethodTypes,
    automaticPaymentMethods,
    methodConfigurationId,
  });
}

const param = "payment_method_configuration";
