import type Stripe from "stripe";
import type { MethodPreference } from "#db/schema/methods";
import type { methodConfigurations } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { availableTypes } from "./types.ts";

export type MethodConfigurationRow = typeof methodConfigurations.$inferSelect;

/** The API's payment method configuration: what can be paid with here, and whatever else it was told of. */
export function toMethodConfiguration(
  row: MethodConfigurationRow,
  environment: ViewedEnvironment,
): Stripe.PaymentMethodConfiguration {
  const types = [...new Set([...availableTypes, ...Object.keys(row.preferences)])].sort();
  const methods = types.map((type) => [type, methodOf(type, row.preferences[type] ?? "none")] as const);
  return {
    id: row.id,
    object: "payment_method_configuration",
    active: row.active,
    application: null,
    is_default: row.isDefault,
    livemode: environment.kind === "live",
    name: row.name,
    parent: null,
    ...Object.fromEntries(methods),
  };
}

/** Whether payments that leave it to this configuration take a type. */
export function isOffered(
  { preferences }: Pick<MethodConfigurationRow, "preferences">,
  type: string,
): boolean {
  return availableTypes.includes(type) && preferences[type] !== "off";
}

function methodOf(type: string, preference: MethodPreference) {
  const available = availableTypes.includes(type);
  const on = preference === "none" ? available : preference === "on";
  return {
    available: available && on,
    display_preference: { overridable: null, preference, value: on ? "on" : "off" },
  };
}
