import { backupCodesLeft } from "#lib/auth/backup-codes";
import { passkeysOf } from "#lib/auth/passkeys/passkeys";
import { hasProved } from "#lib/auth/proof";
import { appSince, isSecondFactorRequired } from "#lib/auth/second-factor";
import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format-date";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { secondStepAskedFrom } from "#lib/team/require-two-step";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { proofPath } from "../../../../_server/require-proof";
import { requireSignedIn } from "../../../../_server/signed-in";
import { Button, ButtonLink } from "../../../../_ui/button";
import { DateTime } from "../../../../_ui/date-time";
import { Notice } from "../../../../_ui/notice";
import { Page } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { SettingsHeader } from "../../settings-header";
import { makeCodes, turnOff } from "./actions";
import { CodeField } from "./code-field";
import { MadeCodes } from "./made-codes";

export const generateMetadata = pageTitle((locale) => translator(locale, "twoStep")("title"));

/** The second step of the viewer's own signing in: an app, passkeys, and codes for when both are lost. */
export default async function TwoStepSettingsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { person } = await requireSignedIn();
  const app = await appSince(person.id);
  const hasPasskey = (await passkeysOf(person.id)).length > 0;
  const isRequired = !hasPasskey && (await isSecondFactorRequired(person.id));
  const asked = await secondStepAskedFrom(viewer);
  const t = translator(viewer.locale, "twoStep");
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("title")} href={paths.settings(viewer)} />
      <p>{t("text")}</p>
      {asked !== undefined && <Notice tone="wait">{askedWords(viewer, asked)}</Notice>}
      {app === null ? <SetUp viewer={viewer} /> : <AppOn viewer={viewer} since={app} />}
      {(app !== null || hasPasskey) && (
        <BackupCodes
          viewer={viewer}
          left={await backupCodesLeft(person.id)}
          asks={app === null ? "proof" : "code"}
        />
      )}
      {app !== null && <TurnOff viewer={viewer} isRequired={isRequired} />}
      <p>
        <a href={paths.personalSettings(viewer)}>{t("sessions")}</a>
      </p>
    </Page>
  );
}

function askedWords({ locale, timeZone, environment }: Viewer, from: number | null): string {
  const t = translator(locale, "twoStep");
  const account = environment.accountName;
  return from === null
    ? t("asked", { account })
    : t("planned", { account, date: formatDate(from, { locale, timeZone }) });
}

function SetUp({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "twoStep");
  return (
    <>
      <div>
        <ButtonLink href={paths.authenticatorApp(viewer)} tone="primary">
          {t("setUp")}
        </ButtonLink>
      </div>
      <p>
        <a href={paths.passkeys(viewer)}>{t("orPasskey")}</a>
      </p>
    </>
  );
}

function AppOn({ viewer: { locale, timeZone }, since }: { viewer: Viewer; since: number }) {
  return (
    <p>
      {translator(locale, "twoStep")("appOn")} <DateTime at={since} view={{ locale, timeZone }} as="date" />
    </p>
  );
}

/** Who has no app proves themselves on a page of its own, and gives no code here. */
function BackupCodes({ viewer, left, asks }: { viewer: Viewer; left: number; asks: "code" | "proof" }) {
  const t = translator(viewer.locale, "twoStep");
  const mustProve = asks === "proof" && !hasProved(viewer);
  return (
    <Section title={t("codes")}>
      <p>{left === 0 ? t("codesNone") : t("codesLeft", { count: left })}</p>
      {mustProve ? (
        <div>
          <ButtonLink href={proofPath(viewer, paths.twoStep(viewer))}>{t("codesSubmit")}</ButtonLink>
        </div>
      ) : (
        <ActionForm action={makeCodes} formKey={newFormKey()} label={t("codes")} labels={{ code: t("code") }}>
          <MadeCodes title={t("codesMade")} again={t("codesMadeBefore")} />
          {asks === "code" && <CodeField id="codes-code" label={t("code")} hint={t("codesHint")} />}
          <div>
            <Button>{t("codesSubmit")}</Button>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}

function TurnOff({ viewer, isRequired }: { viewer: Viewer; isRequired: boolean }) {
  const t = translator(viewer.locale, "twoStep");
  return (
    <Section title={t("appOff")}>
      {isRequired ? (
        <p>{t("required")}</p>
      ) : (
        <ActionForm action={turnOff} formKey={newFormKey()} label={t("appOff")} labels={{ code: t("code") }}>
          <CodeField id="off-code" label={t("code")} />
          <div>
            <Button tone="danger">{t("appOff")}</Button>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}
