import { CounterStep, counterTitle, type StepPageProps } from "../counter-step";
import { EvidenceSection } from "../../evidence-section";
import { LetterForm } from "./letter-form";
import { MissingEvidence } from "./missing-evidence";

export const generateMetadata = counterTitle;

/** The letter to the bank, with all that goes with it in view; and sending it. */
export default function LetterStep(props: StepPageProps) {
  return (
    <CounterStep step="letter" page={props}>
      {(open) => (
        <>
          <MissingEvidence viewer={open.viewer} found={open.found} />
          <EvidenceSection viewer={open.viewer} dispute={open.found.dispute} />
          <LetterForm {...open} />
        </>
      )}
    </CounterStep>
  );
}
