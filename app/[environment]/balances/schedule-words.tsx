import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { payoutTimeZone } from "#lib/balance-settings/next-payout";
import type { BalanceSettings } from "#lib/balance-settings/settings";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { BalanceOverview } from "#lib/payouts/balance-overview";
import { Section } from "../../_ui/section";
import { moneyOf } from "../../_words/money-of";
import { timeViewOf } from "../../_words/time-view-of";

/** When the balance is paid out, and what is kept behind. */
export function ScheduleWords({ viewer, overview }: { viewer: Viewer; overview: BalanceOverview }) {
  const t = translator(viewer.locale, "balances");
  const { settings, nextPayoutAt, isStopped } = overview;
  return (
    <Section
      title={t("schedule")}
      aside={
        may(viewer, "payout_schedule:write") && (
          <a href={paths.payoutSchedule(viewer)}>{t("changeSchedule")}</a>
        )
      }
    >
      <p>
        {settings.payoutsEnabled ? intervalWords(viewer, settings) : t("interval.disabled")}
        {nextPayoutAt !== null &&
          ` ${t("nextPayout", { date: formatDate(nextPayoutAt, { ...timeViewOf(viewer), timeZone: payoutTimeZone(settings) }) })}`}
        {isStopped && ` ${t("scheduleStopped")}`}
      </p>
      {Object.entries(settings.minimumBalances).map(([currency, amount]) => (
        <p key={currency}>{t("keeps", { amount: moneyOf(viewer, amount, currency) })}</p>
      ))}
    </Section>
  );
}

function intervalWords({ locale }: Viewer, { interval, weekdays, monthDays }: BalanceSettings): string {
  const t = translator(locale, "balances");
  const list = new Intl.ListFormat(locale);
  if (interval === "weekly") {
    return t("interval.weekly", { days: list.format(weekdays.map((day) => t(`weekday.${day}`))) });
  }
  if (interval === "monthly") return t("interval.monthly", { days: list.format(monthDays.map(String)) });
  return t(`interval.${interval}`);
}
