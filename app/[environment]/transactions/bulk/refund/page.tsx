import { translator } from "#lib/i18n/translator";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { NewRunPage } from "../new-run-page";
import { type NewRunProps, selectionOf } from "../new-run";
import { RefundManyForm } from "./refund-many-form";

export const generateMetadata = pageTitle((locale) => translator(locale, "bulk")("act.refund"));

/** How much of each selected payment goes back, and why. */
export default async function RefundManyPage({ params, searchParams }: NewRunProps) {
  const viewer = await pageViewer((await params).environment);
  const selection = selectionOf(await searchParams);
  return (
    <NewRunPage viewer={viewer} list="payments" act="refund" selection={selection}>
      <RefundManyForm viewer={viewer} selection={selection} formKey={newFormKey()} />
    </NewRunPage>
  );
}
