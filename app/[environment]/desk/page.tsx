import { findPayments } from "#lib/desk/find-payments";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { FreshOnReturn } from "../../_forms/fresh-on-return";
import { Page } from "../../_ui/page-header";
import { DeskFinds } from "./desk-finds";
import { DeskHeader } from "./desk-header";
import { DeskPayment } from "./desk-payment";
import { DeskSearch } from "./desk-search";
import { LastRefund } from "./last-refund";

type DeskPageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "desk")("title"));

/** One search, the payment, its refund, and the next one. */
export default async function DeskPage({ params, searchParams }: DeskPageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const text = one(address, "q");
  const chosen = one(address, "payment");
  const done = one(address, "done");
  const finds = text && !chosen ? await findPayments(viewer, text) : null;
  const payment = chosen || finds?.only;
  return (
    <Page>
      <FreshOnReturn />
      <DeskHeader viewer={viewer} current="refund" />
      {done && <LastRefund viewer={viewer} id={done} />}
      <DeskSearch viewer={viewer} text={text} focus={payment ? "below" : "here"} />
      {payment ? (
        <DeskPayment viewer={viewer} paymentId={payment} text={text} />
      ) : (
        finds && <DeskFinds viewer={viewer} text={text} finds={finds} />
      )}
    </Page>
  );
}

function one(address: QueryParams, name: string): string {
  return ([address[name] ?? ""].flat()[0] ?? "").trim();
}
