import { guidePlaceOf } from "#lib/accounts/guide-on-home";
import { type SetupStep, setupGuide } from "#lib/accounts/setup-guide";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../_ui/button";
import { Page } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { Status } from "../../../_ui/status";
import { SettingsHeader } from "../settings-header";
import { place } from "./actions";
import { PaymentByProgram } from "./payment-by-program";

export const generateMetadata = pageTitle((locale) => translator(locale, "guide")("title"));

/** What the account still lacks, step by step, to its first payment. */
export default async function SetupGuidePage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const steps = await setupGuide(viewer);
  const t = translator(viewer.locale, "guide");
  const next = steps.find(({ done }) => !done)?.step;
  const home = await guidePlaceOf(viewer);
  const left = steps.filter(({ done }) => !done).length;
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("title")} href={paths.settings(viewer)} />
      <p>{t("left", { count: left, account: viewer.environment.accountName })}</p>
      {steps.map(({ step, done }) => (
        <Section key={step} title={t(`step.${step}.title`)}>
          <p>
            <Status tone={done ? "good" : "wait"} mark={done ? "filled" : "ring"}>
              {done ? t("done") : t("open")}
            </Status>
          </p>
          <p>{t(`step.${step}.text`)}</p>
          {!done && (
            <div className="mt-2">
              <ButtonLink href={pageOf(viewer, step)} tone={step === next ? "primary" : "secondary"}>
                {t(`step.${step}.action`)}
              </ButtonLink>
            </div>
          )}
          {!done && step === "payment" && <PaymentByProgram viewer={viewer} />}
        </Section>
      ))}
      {left > 0 && may(viewer, "account:write") && (
        <ActionForm action={place} formKey={newFormKey()} label={t("onHome")}>
          <input type="hidden" name="home" value={home === "hidden" ? "shown" : "hidden"} />
          <div>
            <Button tone="quiet">{home === "hidden" ? t("show") : t("hide")}</Button>
          </div>
        </ActionForm>
      )}
    </Page>
  );
}

function pageOf(viewer: Viewer, step: SetupStep): string {
  const pages: Record<SetupStep, string> = {
    details: paths.accountSettings(viewer),
    second_step: paths.twoStep(viewer),
    team: paths.inviteMembers(viewer),
    payment: paths.newPayment(viewer),
    key: paths.newKey(viewer, "secret"),
    webhook: paths.newWebhook(viewer),
    activation: paths.activation(viewer),
  };
  return pages[step];
}
