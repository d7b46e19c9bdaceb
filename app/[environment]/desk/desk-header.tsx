import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { approvalsWaiting } from "../../_server/approvals-waiting";
import { PageHeader } from "../../_ui/page-header";
import { Tabs } from "../../_ui/tabs";

/** The title of the desk and the pages it has. */
export async function DeskHeader({
  viewer,
  current,
}: {
  viewer: Viewer;
  current: "refund" | "approvals" | "work";
}) {
  const waiting = (await approvalsWaiting(viewer)).length;
  const work = {
    href: paths.agentsWork(viewer),
    label: translator(viewer.locale, "desk")("work"),
    current: current === "work",
  };
  const title = translator(viewer.locale, "navigation")("desk");
  return (
    <>
      <PageHeader title={title} />
      <Tabs
        label={title}
        tabs={[
          {
            href: paths.desk(viewer),
            label: translator(viewer.locale, "desk")("refund"),
            current: current === "refund",
          },
          {
            href: paths.approvals(viewer),
            label: translator(viewer.locale, "approvals")("title"),
            current: current === "approvals",
            count: waiting > 0 ? waiting : undefined,
          },
          ...(may(viewer, "approvals:decide") ? [work] : []),
        ]}
      />
    </>
  );
}
