import type { Viewer } from "#lib/auth/viewer";
import type { BulkRun } from "#lib/bulk/run";
import { translator } from "#lib/i18n/translator";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { amountWords, whatWords } from "../words";

type RunProgressProps = { viewer: Viewer; run: BulkRun };

/** How far a run is, who confirmed it and when. */
export function RunProgress({ viewer, run }: RunProgressProps) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "bulk");
  const view = { locale, timeZone, now: viewer.now() };
  const wanted = run.total - run.leftOut;
  const over = run.done + run.failed;
  const at = (moment: number | null) => moment !== null && <DateTime at={moment} view={view} />;
  return (
    <>
      <label className="ui-progress">
        <span>{t("progress", { done: over, total: wanted })}</span>
        <progress max={wanted} value={over} />
      </label>
      <DescriptionList
        items={[
          { term: t("what"), value: whatWords(viewer, run) },
          ...(run.amounts.length > 0 ? [{ term: t("amount"), value: amountWords(viewer, run) }] : []),
          { term: t("done"), value: run.done },
          { term: t("failed"), value: run.failed },
          { term: t("leftOutTerm"), value: run.leftOut },
          { term: t("by"), value: run.createdBy.name },
          { term: t("started"), value: at(run.startedAt) },
          ...(run.endedAt === null ? [] : [{ term: t("ended"), value: at(run.endedAt) }]),
        ]}
      />
    </>
  );
}
