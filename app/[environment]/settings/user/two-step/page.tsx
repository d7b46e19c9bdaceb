import { backupCodesLeft } from "#lib/auth/backup-codes";
import { isSecondFactorRequired, secondFactorSince } from "#lib/auth/second-factor";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireSignedIn } from "../../../../_server/signed-in";
import { Button, ButtonLink } from "../../../../_ui/button";
import { DateTime } from "../../../../_ui/date-time";
import { Page } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { SettingsHeader } from "../../settings-header";
import { makeCodes, turnOff } from "./actions";
import { CodeField } from "./code-field";
import { MadeCodes } from "./made-codes";

export const generateMetadata = pageTitle((locale) => translator(locale, "twoStep")("title"));

/** The second step of the viewer's own signing in. */
export default async function TwoStepSettingsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { person } = await requireSignedIn();
  const view = { locale: viewer.locale, timeZone: viewer.timeZone };
  const since = await secondFactorSince(person.id);
  const t = translator(viewer.locale, "twoStep");
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("title")} href={paths.settings(viewer)} />
      <p>{t("text")}</p>
      {since === null ? (
        <div>
          <ButtonLink href={paths.authenticatorApp(viewer)} tone="primary">
            {t("setUp")}
          </ButtonLink>
        </div>
      ) : (
        <>
          <p>
            {t("onSince")} <DateTime at={since} view={view} as="date" />
          </p>
          <BackupCodes viewer={viewer} left={await backupCodesLeft(person.id)} />
          <TurnOff viewer={viewer} isRequired={await isSecondFactorRequired(person.id)} />
        </>
      )}
    </Page>
  );
}

function BackupCodes({ viewer, left }: { viewer: Viewer; left: number }) {
  const t = translator(viewer.locale, "twoStep");
  return (
    <Section title={t("codes")}>
      <p>{left === 0 ? t("codesNone") : t("codesLeft", { count: left })}</p>
      <ActionForm action={makeCodes} formKey={newFormKey()} label={t("codes")} labels={{ code: t("code") }}>
        <MadeCodes title={t("codesMade")} again={t("codesMadeBefore")} />
        <CodeField id="codes-code" label={t("code")} hint={t("codesHint")} />
        <div>
          <Button>{t("codesSubmit")}</Button>
        </div>
      </ActionForm>
    </Section>
  );
}

function TurnOff({ viewer, isRequired }: { viewer: Viewer; isRequired: boolean }) {
  const t = translator(viewer.locale, "twoStep");
  return (
    <Section title={t("off")}>
      {isRequired ? (
        <p>{t("required")}</p>
      ) : (
        <ActionForm action={turnOff} formKey={newFormKey()} label={t("off")} labels={{ code: t("code") }}>
          <CodeField id="off-code" label={t("code")} />
          <div>
            <Button tone="danger">{t("off")}</Button>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}
