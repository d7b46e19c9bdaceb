import { type MergePreview, previewMerge } from "#lib/customers/merge/preview-merge";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { found } from "../../../../_server/found";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { Button, ButtonLink } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { Notice } from "../../../../_ui/notice";
import { TextField } from "../../../../_ui/text-field";
import { moneyOf } from "../../../../_words/money-of";
import { balanceInWords } from "../../balance-words";
import { customerOf, type CustomerPageProps } from "../../customer-page";
import { CustomerQuestion } from "../../customer-question";
import { merge } from "../../merge-actions";
import { nameOf } from "#lib/customers/name-of";
import { KeptTable } from "./kept-table";

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("merge.title"));

/** Says what merging another customer into this one moves, then does it. */
export default async function MergePage(props: CustomerPageProps) {
  const { viewer, customer } = await customerOf(props);
  const { from } = await props.searchParams;
  const t = translator(viewer.locale, "customers");
  if (typeof from !== "string" || from === "") {
    return (
      <CustomerQuestion viewer={viewer} id={customer.id} title={t("merge.title")}>
        <p>{t("merge.ask", { name: nameOf(customer) })}</p>
        <form className="ui-form" action={paths.mergeCustomer(viewer, customer.id)}>
          <TextField
            name="from"
            label={t("merge.other")}
            attributes={{ required: true, autoComplete: "off" }}
          />
          <FormActions>
            <Button tone="primary">{t("merge.show")}</Button>
          </FormActions>
        </form>
        <p>
          <a href={paths.duplicates(viewer)}>{t("duplicates.title")}</a>
        </p>
      </CustomerQuestion>
    );
  }
  const preview = await found(previewMerge(viewer, { intoId: customer.id, fromId: from.trim() }));
  return (
    <CustomerQuestion viewer={viewer} id={customer.id} title={t("merge.title")}>
      <p>{t("merge.text", { from: nameOf(preview.from), into: nameOf(preview.into) })}</p>
      {preview.obstacle ? (
        <Notice tone="wait" title={t(`merge.obstacle.${preview.obstacle}`)} />
      ) : (
        <MergeForm viewer={viewer} preview={preview} />
      )}
    </CustomerQuestion>
  );
}

function MergeForm({ viewer, preview }: { viewer: Viewer; preview: MergePreview }) {
  const t = translator(viewer.locale, "customers");
  const { into, from, payments, methods, taxIds, notes, promotionCodes, balance } = preview;
  const { locale } = viewer;
  const spent = (preview.spent ?? []).map(({ amount, currency }) => moneyOf(viewer, amount, currency));
  const moved = balanceInWords(from, locale);
  return (
    <>
      <Notice title={t("merge.moves")}>
        <ul>
          <li>{t("merge.payments", { count: payments })}</li>
          {spent.length > 0 && <li>{t("merge.spent", { amounts: spent.join(", ") })}</li>}
          <li>{t("merge.methods", { count: methods })}</li>
          {taxIds > 0 && <li>{t("merge.taxIds", { count: taxIds })}</li>}
          {notes > 0 && <li>{t("merge.notes", { count: notes })}</li>}
          {promotionCodes > 0 && <li>{t("merge.promotionCodes", { count: promotionCodes })}</li>}
          {moved && (
            <li>
              {t("merge.balance", { moved, after: balanceInWords(balance, locale) ?? t("merge.settled") })}
            </li>
          )}
        </ul>
      </Notice>
      <KeptTable viewer={viewer} preview={preview} />
      <Notice title={t("merge.then")}>
        <p>{t("merge.leads", { id: from.id })}</p>
      </Notice>
      <ActionForm action={merge} formKey={newFormKey()}>
        <input type="hidden" name="into" value={into.id} />
        <input type="hidden" name="from" value={from.id} />
        <FormActions>
          <Button tone="danger">{t("merge.submit")}</Button>
          <ButtonLink href={paths.mergeCustomer(viewer, from.id, into.id)}>{t("merge.swap")}</ButtonLink>
          <ButtonLink href={paths.customer(viewer, into.id)}>
            {translator(viewer.locale, "common")("cancel")}
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </>
  );
}
