import { translator } from "#lib/i18n/translator";
import { listTeam } from "#lib/people/members";
import { paths } from "#lib/paths";
import { twoStepOfTeam } from "#lib/team/require-two-step";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { Button } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { setTwoStep } from "../actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "team")("twoStep.title"));

/** Whether the whole team signs in with a second step, and who does not yet. */
export default async function TeamTwoStepPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  requireProof(viewer, paths.teamTwoStep(viewer));
  const { requiredSince, personIds } = await twoStepOfTeam(viewer);
  const without = (await listTeam(viewer)).filter(({ personId }) => !personIds.has(personId));
  const t = translator(viewer.locale, "team");
  const isRequired = requiredSince !== null;
  return (
    <DialogPage title={t("twoStep.title")} close={{ href: paths.team(viewer), label: t("backToTeam") }}>
      <p>{isRequired ? t("twoStep.isRequired") : t("twoStep.isFree")}</p>
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
        <input type="hidden" name="required" value={isRequired ? "no" : "yes"} />
        <div>
          <Button tone={isRequired ? "danger" : "primary"}>
            {isRequired ? t("twoStep.release") : t("twoStep.require")}
          </Button>
        </div>
      </ActionForm>
    </DialogPage>
  );
}
