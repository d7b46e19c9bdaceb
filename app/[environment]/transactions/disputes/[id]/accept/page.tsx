import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { isAllowed, kindOf } from "#lib/disputes/status";
import type { DisputeCase } from "#lib/disputes/dispute-case";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { pageFormKey } from "../../../../../_server/page-form-key";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { Notice } from "../../../../../_ui/notice";
import { moneyOf } from "../../../../../_words/money-of";
import { askedCase, type DisputePageProps } from "../asked";
import { DisputeQuestion } from "../dispute-question";
import { ForbiddenDispute } from "../forbidden-dispute";
import { accept } from "./actions";

type AcceptPageProps = DisputePageProps & { searchParams: Promise<{ key?: string | string[] }> };

export async function generateMetadata({ params }: DisputePageProps): Promise<Metadata> {
  const { viewer, found } = await askedCase(params);
  return { title: translator(viewer.locale, "disputes")(`accept.title.${kindOf(found.dispute)}`) };
}

/** Says what giving in costs, then gives in. */
export default async function AcceptPage({ params, searchParams }: AcceptPageProps) {
  const { environment, id } = await params;
  const asking = await pageViewer(environment);
  if (!may(asking, "disputes:write")) return <ForbiddenDispute viewer={asking} id={id} />;
  const { viewer, found } = await askedCase(params);
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.acceptDispute(viewer, id),
    after: paths.dispute(viewer, id),
  });
  const t = translator(viewer.locale, "disputes");
  const kind = kindOf(found.dispute);
  return (
    <DisputeQuestion viewer={viewer} id={id} title={t(`accept.title.${kind}`)}>
      {isAllowed("accept", found.dispute.status) ? (
        <>
          <p>{lossWords(viewer, found)}</p>
          <p>{t("accept.final")}</p>
          <ActionForm action={accept} formKey={formKey}>
            <input type="hidden" name="dispute" value={id} />
            <FormActions>
              <Button tone="danger">{t(`accept.submit.${kind}`)}</Button>
              <ButtonLink href={paths.dispute(viewer, id)}>{t("back")}</ButtonLink>
            </FormActions>
          </ActionForm>
        </>
      ) : (
        <Notice title={t("closed")} />
      )}
    </DisputeQuestion>
  );
}

/** What stays lost. Of an inquiry nothing was taken. */
function lossWords(viewer: Viewer, { transactions, dispute }: DisputeCase): string {
  const t = translator(viewer.locale, "disputes");
  const [taken] = transactions;
  if (!taken) {
    return t("accept.inquiry", { amount: moneyOf(viewer, dispute.amount, dispute.currency) });
  }
  return t("accept.loss", {
    total: moneyOf(viewer, -taken.net, taken.currency),
    amount: moneyOf(viewer, -taken.amount, taken.currency),
    fee: moneyOf(viewer, taken.fee, taken.currency),
  });
}
