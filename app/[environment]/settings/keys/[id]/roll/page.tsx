import { notFound } from "next/navigation";
import { formatDateTime } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { isInUse } from "#lib/keys/state";
import { paths } from "#lib/paths";
import { ActionForm, UntilDone } from "../../../../../_forms/action-form";
import { FormSelectField } from "../../../../../_forms/fields";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { requireProof } from "../../../../../_server/require-proof";
import { Button } from "../../../../../_ui/button";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { FormActions } from "../../../../../_ui/form";
import { roll } from "../../actions";
import { KeyNotice } from "../../key-notice";
import { type KeyPageProps, keyOf } from "../key-page";

const overlaps = [0, 1, 4, 12, 24, 72, 168];
const usual = "24";

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("keys.title"));

/** Makes a key that takes another one's place, and says for how long both work. */
export default async function RollKeyPage(props: KeyPageProps) {
  const { viewer, apiKey } = await keyOf(props);
  if (!isInUse(apiKey, viewer.now()) && apiKey.replacedBy === null) notFound();
  requireProof(viewer, paths.rollKey(viewer, apiKey.id));
  const t = translator(viewer.locale, "settings");
  const back = paths.key(viewer, apiKey.id);
  const dates = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return (
    <DialogPage
      title={t("keys.rollTitle", { name: apiKey.name })}
      close={{ href: back, label: t("keys.backToKey") }}
    >
      <ActionForm action={roll} formKey={newFormKey()}>
        <KeyNotice viewer={viewer} />
        <UntilDone>
          <p className="wrap-anywhere">{t("keys.rollText", { shown: apiKey.shown })}</p>
          {apiKey.expiresAt !== null && apiKey.replacedBy === null && (
            <p>{t("keys.rollEnds", { when: formatDateTime(apiKey.expiresAt, dates) })}</p>
          )}
          <input type="hidden" name="id" value={apiKey.id} />
          <FormSelectField
            name="overlapHours"
            label={t("keys.overlap")}
            defaultValue={usual}
            options={overlaps.map((count) => ({
              value: String(count),
              label: t("keys.overlapHours", { count }),
            }))}
          />
          <FormActions>
            <Button tone="primary">{t("keys.rollSubmit")}</Button>
          </FormActions>
        </UntilDone>
      </ActionForm>
      <p>
        <a href={back}>{t("keys.backToKey")}</a>
      </p>
    </DialogPage>
  );
}
