export interface PayoutAccountInput {
  country: string;
  accountNumber: string;
  routingNumber?: string;
}

/** What may be stored of a bank account that the business is paid out to. */
export interface PayoutAccount {
  reference: string;
  fingerprint: string;
  last4: string;
  country: string;
  bankName: string;
  routingNumber: string | null;
  instant: boolean;
}

export type PayoutAccountResult =
  | { ok: true; account: PayoutAccount }
  | { ok: false; code: string; param: "account_number" | "routing_number"; message: string };
