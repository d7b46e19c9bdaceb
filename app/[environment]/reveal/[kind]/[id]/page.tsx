import { notFound } from "next/navigation";
import { assertRevealable, isRevealedKind } from "#lib/discretion/reveal";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextArea } from "../../../../_forms/fields";
import { found } from "../../../../_server/found";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { FormActions } from "../../../../_ui/form";
import { Notice } from "../../../../_ui/notice";
import { pathOfRevealed } from "../../reveal-path";
import { revealPersonal } from "./actions";

type RevealPageProps = { params: Promise<{ environment: string; kind: string; id: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "discretion")("revealTitle"));

/** Asks why somebody wants to see who it is about. */
export default async function RevealPage({ params }: RevealPageProps) {
  const { environment, kind, id } = await params;
  if (!isRevealedKind(kind)) return notFound();
  const viewer = await pageViewer(environment);
  await found(assertRevealable(viewer, kind, id));
  const t = translator(viewer.locale, "discretion");
  const back = pathOfRevealed(viewer, kind, id);
  return (
    <DialogPage title={t("revealTitle")} close={{ href: back, label: t("back") }}>
      {viewer.conceal ? (
        <>
          <p>{t("revealText")}</p>
          <ActionForm
            action={revealPersonal}
            formKey={newFormKey()}
            label={t("revealTitle")}
            labels={{ reason: t("reason") }}
          >
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="id" value={id} />
            <FormTextArea
              name="reason"
              label={t("reason")}
              hint={t("reasonHint")}
              attributes={{ rows: 2, maxLength: 500, required: true }}
            />
            <FormActions>
              <Button tone="primary">{t("reveal")}</Button>
              <ButtonLink href={back}>{t("back")}</ButtonLink>
            </FormActions>
          </ActionForm>
        </>
      ) : (
        <Notice title={t("nothingHidden")} action={<ButtonLink href={back}>{t("back")}</ButtonLink>} />
      )}
    </DialogPage>
  );
}
