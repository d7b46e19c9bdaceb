import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format-date";
import { translator } from "#lib/i18n/translator";
import { listTeam } from "#lib/people/members";
import { paths } from "#lib/paths";
import { postponed } from "#lib/team/plan-two-step";
import { type TwoStepOfTeam, twoStepOfTeam } from "#lib/team/require-two-step";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { Button } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { postpone, setTwoStep } from "../actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "team")("twoStep.title"));

/** Whether the whole team signs in with a second step, and who does not yet. */
export default async function TeamTwoStepPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  requireProof(viewer, paths.teamTwoStep(viewer));
  const twoStep = await twoStepOfTeam(viewer);
  const { requiredSince, plan, personIds } = twoStep;
  const without = (await listTeam(viewer)).filter(({ personId }) => !personIds.has(personId));
  const t = translator(viewer.locale, "team");
  const isRequired = requiredSince !== null;
  return (
    <DialogPage title={t("twoStep.title")} close={{ href: paths.team(viewer), label: t("backToTeam") }}>
      <p>{standing(viewer, twoStep)}</p>
      {!isRequired && !plan && <p className="text-soft">{t("twoStep.requireText")}</p>}
      {without.length > 0 && (
        <>
          <h2>{t("twoStep.without")}</h2>
          <ul>
            {without.map(({ personId, name }) => (
              <li key={personId}>
                <a href={paths.member(viewer, personId)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <ActionForm action={setTwoStep} formKey={newFormKey()} done={t("twoStep.saved")}>
        <div className="ui-actions">
          {!isRequired && (
            <Button tone="primary" name="required" value="yes">
              {t("twoStep.require")}
            </Button>
          )}
          {(isRequired || plan) && (
            <Button tone="danger" name="required" value="no">
              {t("twoStep.release")}
            </Button>
          )}
        </div>
      </ActionForm>
      {plan && plan.from < plan.latest && (
        <ActionForm action={postpone} formKey={newFormKey()} done={t("twoStep.postponed")}>
          <div>
            <Button>{t("twoStep.postpone", { date: dayOf(viewer, postponed(plan)) })}</Button>
          </div>
        </ActionForm>
      )}
    </DialogPage>
  );
}

function standing(viewer: Viewer, { requiredSince, plan }: TwoStepOfTeam): string {
  const t = translator(viewer.locale, "team");
  if (requiredSince !== null) return t("twoStep.isRequired");
  return plan ? t("twoStep.isPlanned", { date: dayOf(viewer, plan.from) }) : t("twoStep.isFree");
}

function dayOf({ locale, timeZone }: Viewer, at: number): string {
  return formatDate(at, { locale, timeZone });
}
