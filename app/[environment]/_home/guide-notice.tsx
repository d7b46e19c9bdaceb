import { guideForHome } from "#lib/accounts/guide-on-home";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../_forms/action-form";
import { newFormKey } from "../../_server/form-key";
import { Button, ButtonLink } from "../../_ui/button";
import { Notice } from "../../_ui/notice";
import { place } from "../settings/guide/actions";

/** What the account still lacks, in a line, with the way there and the way to put it away. */
export async function GuideNotice({ viewer }: { viewer: Viewer }) {
  const steps = await guideForHome(viewer);
  const next = steps?.find(({ done }) => !done);
  if (!steps || !next) return null;
  const t = translator(viewer.locale, "guide");
  const done = steps.filter((step) => step.done).length;
  return (
    <Notice
      title={t("progress", { done, all: steps.length })}
      action={
        <div className="ui-actions">
          <ButtonLink href={paths.setupGuide(viewer)} tone="secondary">
            {t("goOn")}
          </ButtonLink>
          <ActionForm action={place} formKey={newFormKey()} label={t("hide")}>
            <input type="hidden" name="home" value="hidden" />
            <Button tone="quiet">{t("hide")}</Button>
          </ActionForm>
        </div>
      }
    >
      {t("next", { step: t(`step.${next.step}.title`) })}
    </Notice>
  );
}
