import type { Metadata } from "next";
import type { ReactNode } from "react";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { daysLeft } from "#lib/disputes/days-left";
import type { DisputeCase } from "#lib/disputes/dispute-case";
import { kindOf } from "#lib/disputes/status";
import { translator } from "#lib/i18n/translator";
import { pageFormKey } from "../../../../../_server/page-form-key";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Notice } from "../../../../../_ui/notice";
import { Tabs } from "../../../../../_ui/tabs";
import { askedCase, type DisputePageProps } from "../asked";
import { Claim } from "../claim-section";
import { DisputeQuestion } from "../dispute-question";
import { ForbiddenDispute } from "../forbidden-dispute";
import { afterStep, type Step, stepPath, stepsOf } from "./steps";

export type StepPageProps = DisputePageProps & {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What a step is made of. */
export interface OpenStep {
  viewer: Viewer;
  found: DisputeCase;
  formKey: string;
  /** What its address says beside the key. */
  asked: (name: string) => string | undefined;
}

type CounterStepProps = { step: Step; page: StepPageProps; children: (open: OpenStep) => ReactNode };

export async function counterTitle({ params }: DisputePageProps): Promise<Metadata> {
  const { viewer, found } = await askedCase(params);
  return { title: translator(viewer.locale, "disputes")(`counter.title.${kindOf(found.dispute)}`) };
}

/** The address of a step that a letter was chosen for keeps the choice. */
function withTemplate(path: string, template: string | undefined): string {
  return template === undefined ? path : `${path}?${new URLSearchParams({ template })}`;
}

/** One step of answering a dispute: the way there, and what this step asks, for as long as an answer is waited for. */
export async function CounterStep({ step, page: { params, searchParams }, children }: CounterStepProps) {
  const { environment, id } = await params;
  const asking = await pageViewer(environment);
  if (!may(asking, "disputes:write")) return <ForbiddenDispute viewer={asking} id={id} />;
  const { viewer, found } = await askedCase(params);
  const given = await searchParams;
  const asked = (name: string) => [given[name]].flat()[0];
  const formKey = await pageFormKey(viewer, {
    asked: given.key,
    here: withTemplate(stepPath(viewer, id, step), asked("template")),
    after: afterStep(viewer, found.dispute, step),
  });
  const { dispute } = found;
  const t = translator(viewer.locale, "disputes");
  const days = daysLeft(dispute, { timeZone: viewer.environment.timeZone, now: viewer.now() });
  const isOpen = days !== null && days >= 0;
  return (
    <DisputeQuestion viewer={viewer} id={id} title={t(`counter.title.${kindOf(dispute)}`)}>
      {days === null ? <Notice title={t("closed")} /> : <Claim viewer={viewer} dispute={dispute} />}
      {isOpen && (
        <Tabs
          small
          label={t("counter.way")}
          tabs={stepsOf(dispute).map((each) => ({
            href: stepPath(viewer, id, each),
            label: t(`counter.step.${each}`),
            current: each === step,
          }))}
        />
      )}
      {isOpen && children({ viewer, found, formKey, asked })}
    </DisputeQuestion>
  );
}
