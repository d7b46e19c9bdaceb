import type { Viewer } from "#lib/auth/viewer";
import {
  type BalanceSettings,
  getBalanceSettings,
  hasNoDaily,
  isAlwaysDaily,
} from "#lib/balance-settings/settings";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { FormEnd } from "../../../_forms/form-end";
import { FormMoneyField, FormSelectField } from "../../../_forms/fields";
import { FreshOnReturn } from "../../../_forms/fresh-on-return";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DialogPage } from "../../../_ui/dialog-page";
import { Notice } from "../../../_ui/notice";
import { typedForm } from "../../../_words/money-of";
import { changeSchedule } from "../actions";
import { monthDayOptions, weekdayOptions } from "./day-options";

const intervals = ["daily", "weekly", "monthly", "manual"] as const;

/** When the balance is paid out. */
export default async function PayoutSchedulePage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "balances");
  return (
    <DialogPage title={t("schedule")} close={{ href: paths.balances(viewer), label: t("backToBalances") }}>
      <FreshOnReturn />
      {isAlwaysDaily(viewer.environment) && <Notice title={t("alwaysDaily")} />}
      <ScheduleForm viewer={viewer} />
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("schedule"));

async function ScheduleForm({ viewer }: { viewer: Viewer }) {
  const settings = await getBalanceSettings(viewer);
  const t = translator(viewer.locale, "balances");
  const currency = currencyOf(viewer.environment.currency);
  const kept = settings.minimumBalances[currency];
  return (
    <ActionForm
      action={changeSchedule}
      formKey={newFormKey()}
      labels={{
        interval: t("payOutWhen"),
        weekday: t("onWeekday"),
        monthDay: t("onMonthDay"),
        minimum: t("minimum"),
      }}
    >
      {isAlwaysDaily(viewer.environment) ? <Daily /> : <Days viewer={viewer} settings={settings} />}
      <FormMoneyField
        name="minimum"
        label={t("minimum")}
        hint={t("minimumHint")}
        note={translator(viewer.locale, "common")("optional")}
        currency={currency}
        attributes={{ defaultValue: kept === undefined ? undefined : typedForm(viewer, kept, currency) }}
      />
      <FormEnd locale={viewer.locale} submit={t("saveSchedule")} back={paths.balances(viewer)} />
    </ActionForm>
  );
}

function Days({ viewer, settings }: { viewer: Viewer; settings: BalanceSettings }) {
  const t = translator(viewer.locale, "balances");
  const offered = intervals.filter((interval) => interval !== "daily" || !hasNoDaily(viewer.environment));
  return (
    <>
      <FormSelectField
        name="interval"
        label={t("payOutWhen")}
        options={offered.map((value) => ({ value, label: t(`every.${value}`) }))}
        defaultValue={settings.interval}
        required
      />
      <FormSelectField
        name="weekday"
        label={t("onWeekday")}
        hint={t("onWeekdayHint")}
        {...weekdayOptions(viewer.locale, settings)}
      />
      <FormSelectField
        name="monthDay"
        label={t("onMonthDay")}
        hint={t("onMonthDayHint")}
        {...monthDayOptions(viewer.locale, settings)}
      />
    </>
  );
}

/** What the form says of the days where there is nothing to choose. */
function Daily() {
  return (
    <>
      <input type="hidden" name="interval" value="daily" />
      <input type="hidden" name="weekday" value="monday" />
      <input type="hidden" name="monthDay" value="1" />
    </>
  );
}
