import { attachedFiles } from "#lib/disputes/attach-evidence";
import { knownFiles } from "#lib/disputes/known-files";
import { translator } from "#lib/i18n/translator";
import { ButtonLink } from "../../../../../../_ui/button";
import { afterStep } from "../steps";
import { CounterStep, counterTitle, type OpenStep, type StepPageProps } from "../counter-step";
import { EvidenceFiles } from "./evidence-files";
import { KnownFiles } from "./known-files";

export const generateMetadata = counterTitle;

/** The papers that go with what is written. */
export default function PapersStep(props: StepPageProps) {
  return (
    <CounterStep step="papers" page={props}>
      {(open) => <Papers {...open} />}
    </CounterStep>
  );
}

async function Papers({ viewer, found, asked }: OpenStep) {
  const t = translator(viewer.locale, "disputes");
  const { dispute } = found;
  return (
    <>
      <KnownFiles viewer={viewer} disputeId={dispute.id} known={await knownFiles(viewer, found)} />
      <EvidenceFiles
        viewer={viewer}
        found={found}
        files={await attachedFiles(viewer, dispute)}
        refused={asked("refused") ?? ""}
      />
      <div className="ui-actions">
        <ButtonLink href={afterStep(viewer, dispute, "papers")} tone="primary">
          {t("counter.goOn")}
        </ButtonLink>
      </div>
    </>
  );
}
