import type { Viewer } from "#lib/auth/viewer";
import type { KnownFile } from "#lib/disputes/known-files";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../../../_forms/action-form";
import { newFormKey } from "../../../../../../_server/form-key";
import { Button } from "../../../../../../_ui/button";
import { Section } from "../../../../../../_ui/section";
import { attachKnownFile } from "../actions";

type KnownFilesProps = { viewer: Viewer; disputeId: string; known: KnownFile[] };

/** What need not be looked for: one press adds it. */
export function KnownFiles({ viewer, disputeId, known }: KnownFilesProps) {
  if (known.length === 0) return null;
  const t = translator(viewer.locale, "disputes");
  return (
    <Section title={t("known.title")}>
      {known.map(({ field, from }) => {
        const words = from === "settings" ? t("known.settings") : t(`known.${field}`);
        return (
          <ActionForm key={field} action={attachKnownFile} formKey={newFormKey()} label={words}>
            <input type="hidden" name="dispute" value={disputeId} />
            <input type="hidden" name="field" value={field} />
            <p>{words}</p>
            <div className="ui-actions">
              <Button icon="plus">{t(`known.add.${field}`)}</Button>
            </div>
          </ActionForm>
        );
      })}
    </Section>
  );
}
