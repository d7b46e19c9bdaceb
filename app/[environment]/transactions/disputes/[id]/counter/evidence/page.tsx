import { CounterStep, counterTitle, type StepPageProps } from "../counter-step";
import { EvidenceForm } from "./evidence-form";

export const generateMetadata = counterTitle;

/** What the claim and what was sold ask for, in writing. */
export default function EvidenceStep(props: StepPageProps) {
  return (
    <CounterStep step="evidence" page={props}>
      {(open) => <EvidenceForm {...open} />}
    </CounterStep>
  );
}
