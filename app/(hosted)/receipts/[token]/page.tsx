import type { Metadata } from "next";
import { cookies } from "next/headers";
import { cache } from "react";
import { translator } from "#lib/i18n/translator";
import { type OpenedReceipt, openReceipt } from "#lib/receipts/open-receipt";
import { receiptWords } from "#lib/receipts/receipt-words";
import { requestLocale } from "../../../_ui/request-preferences";
import { LockedReceipt } from "./locked-receipt";
import { NoReceipt } from "./no-receipt";
import { proofCookie } from "./proof-cookie";
import { ReceiptView } from "./receipt-view";

type PageProps = { params: Promise<{ token: string }> };

/** What a customer reads of a payment: for whoever has the address, in the customer's language or the browser's. */
export default async function ReceiptPage({ params }: PageProps) {
  const { token } = await params;
  const found = await opened(token);
  if (!found) return <NoReceipt />;
  const { state, receipt } = found;
  const locale = receipt.language ?? (await requestLocale());
  return (
    <div lang={locale}>
      {state === "open" ? (
        <ReceiptView receipt={receipt} words={receiptWords(receipt, locale)} locale={locale} />
      ) : (
        <LockedReceipt token={token} from={receipt.sender.name} locale={locale} />
      )}
    </div>
  );
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const found = await opened((await params).token);
  if (!found) return { title: translator(await requestLocale(), "receipts")("notFoundTitle") };
  const { receipt } = found;
  const locale = receipt.language ?? (await requestLocale());
  return { title: { absolute: receiptWords(receipt, locale).title } };
}

const opened = cache(async (token: string): Promise<OpenedReceipt | null> => {
  const proof = (await cookies()).get(proofCookie)?.value;
  return openReceipt(token, proof);
});
