import type { Viewer } from "#lib/auth/viewer";
import { most, type ToDo, toDoOf } from "#lib/home/to-do";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { approvalsWaiting } from "../../_server/approvals-waiting";
import { DateTime } from "../../_ui/date-time";
import { Section } from "../../_ui/section";
import { Status } from "../../_ui/status";
import { timeViewOf } from "../../_words/time-view-of";

/** What waits for somebody, each line leading to where it is done. */
export async function ToDoList({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "home");
  const items = await toDoOf(viewer, approvalsWaiting(viewer));
  return (
    <Section title={t("toDo")}>
      {items.length === 0 ? (
        <p className="text-soft">{t("nothingToDo")}</p>
      ) : (
        <ul className="ui-todo">
          {items.map((item) => (
            <li key={item.kind}>
              <Status tone={looks[item.kind]} mark="ring">
                {t(`toDos.${item.kind}`, { count: item.count, more: item.count === most ? "+" : "" })}
              </Status>
              {item.by !== null && (
                <span className="text-soft">
                  {t("by")} <DateTime at={item.by} view={timeViewOf(viewer)} />
                </span>
              )}
              <a href={hrefOf(viewer, item)}>{t(`toDoLinks.${item.kind}`)}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const looks = {
  disputes: "hurt",
  captures: "wait",
  approvals: "wait",
  payouts: "hurt",
  stoppedPayouts: "hurt",
  webhooks: "hurt",
  reviews: "wait",
  bankAccount: "wait",
  support: "plain",
  twoStep: "wait",
  secondStep: "wait",
} as const;

function hrefOf(viewer: Viewer, { kind, subject }: ToDo): string {
  switch (kind) {
    case "disputes":
      return `${paths.disputes(viewer)}?sort=due_first`;
    case "captures":
      return `${paths.transactions(viewer)}?status=uncaptured`;
    case "approvals":
      return paths.approvals(viewer);
    case "payouts":
      return subject ? paths.payout(viewer, subject) : `${paths.payouts(viewer)}?status=failed`;
    case "webhooks":
      return subject ? paths.webhook(viewer, subject) : paths.webhooks(viewer);
    case "reviews":
      return subject ? paths.payment(viewer, subject) : paths.transactions(viewer);
    case "bankAccount":
      return paths.newBankAccount(viewer);
    case "twoStep":
      return paths.teamTwoStep(viewer);
    case "secondStep":
      return paths.twoStep(viewer);
    case "support":
      return paths.accountSettings(viewer);
    default:
      return paths.balances(viewer);
  }
}
