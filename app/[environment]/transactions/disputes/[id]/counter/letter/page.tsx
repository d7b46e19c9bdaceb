import { templatesFor } from "#lib/disputes/letters/templates";
import { EvidenceSection } from "../../evidence-section";
import { CounterStep, counterTitle, type OpenStep, type StepPageProps } from "../counter-step";
import { begunLetter } from "./begun-letter";
import { ChooseTemplate } from "./choose-template";
import { LetterForm } from "./letter-form";
import { MissingEvidence } from "./missing-evidence";

export const generateMetadata = counterTitle;

/** The letter to the bank, with all that goes with it in view; and sending it. */
export default function LetterStep(props: StepPageProps) {
  return (
    <CounterStep step="letter" page={props}>
      {(open) => <Letter {...open} />}
    </CounterStep>
  );
}

async function Letter(open: OpenStep) {
  const { viewer, found, asked } = open;
  const templates = await templatesFor(viewer, found.dispute.reason);
  return (
    <>
      <MissingEvidence viewer={viewer} found={found} />
      <EvidenceSection viewer={viewer} dispute={found.dispute} />
      <ChooseTemplate viewer={viewer} templates={templates} chosen={asked("template")} />
      <LetterForm {...open} text={await begunLetter(open, templates)} />
    </>
  );
}
