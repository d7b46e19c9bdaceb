import { notFound } from "next/navigation";
import { formatDateTime } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { getKey } from "#lib/keys/queries";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormEnd } from "../../../../../_forms/form-end";
import { found } from "../../../../../_server/found";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { pageViewer } from "../../../../../_server/page-viewer";
import { requireProof } from "../../../../../_server/require-proof";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { revoke } from "../../actions";

type RevokePageProps = { params: Promise<{ environment: string; id: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("keys.title"));

/** Says what revoking a key means, then does it. */
export default async function RevokeKeyPage({ params }: RevokePageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const key = await found(getKey(viewer, id));
  if (key.revokedAt !== null) notFound();
  requireProof(viewer, paths.revokeKey(viewer, id));
  const { locale, timeZone } = viewer;
  const t = translator(locale, "settings");
  return (
    <DialogPage
      title={t("keys.revokeTitle", { name: key.name })}
      close={{ href: paths.keys(viewer), label: t("keys.backToKeys") }}
    >
      <p className="wrap-anywhere">{t("keys.revokeText", { shown: key.shown })}</p>
      {key.lastUsedAt !== null && (
        <p>
          {t("keys.lastUsedAt", {
            when: formatDateTime(key.lastUsedAt, { locale, timeZone, now: viewer.now() }),
          })}
        </p>
      )}
      <ActionForm action={revoke} formKey={newFormKey()}>
        <input type="hidden" name="id" value={key.id} />
        <FormEnd locale={locale} submit={t("keys.revokeSubmit")} back={paths.keys(viewer)} tone="danger" />
      </ActionForm>
    </DialogPage>
  );
}
