import type { AccountSettings } from "#db/schema/accounts";
import type { Address } from "#db/schema/customers";

/** How customers reach a business, and where its policies are. */
export interface Contact {
  supportEmail: string | null;
  supportPhone: string | null;
  website: string | null;
  supportUrl: string | null;
  supportLine1: string | null;
  supportLine2: string | null;
  supportPostalCode: string | null;
  supportCity: string | null;
  supportState: string | null;
  supportCountry: string | null;
  termsUrl: string | null;
  privacyUrl: string | null;
}

/** What an account tells of itself. */
export function contactOf(settings: AccountSettings): Contact {
  return {
    supportEmail: settings.supportEmail,
    supportPhone: settings.supportPhone,
    website: settings.website,
    supportUrl: settings.supportUrl ?? null,
    supportLine1: settings.supportLine1 ?? null,
    supportLine2: settings.supportLine2 ?? null,
    supportPostalCode: settings.supportPostalCode ?? null,
    supportCity: settings.supportCity ?? null,
    supportState: settings.supportState ?? null,
    supportCountry: settings.supportCountry ?? null,
    termsUrl: settings.termsUrl ?? null,
    privacyUrl: settings.privacyUrl ?? null,
  };
}

/** Where customers write to; null where nothing is told of it. */
export function supportAddressOf(contact: Contact): Address | null {
  const address = {
    city: contact.supportCity,
    country: contact.supportCountry,
    line1: contact.supportLine1,
    line2: contact.supportLine2,
    postal_code: contact.supportPostalCode,
    state: contact.supportState,
  };
  return Object.values(address).some((part) => part !== null) ? address : null;
}
