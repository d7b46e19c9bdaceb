import { type Activation, getActivation } from "#lib/activation/activation";
import { type ActivationPart, activationPartNames } from "#lib/activation/parts";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { formatDateTime } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Button } from "../../../_ui/button";
import { Notice } from "../../../_ui/notice";
import { Page } from "../../../_ui/page-header";
import { Status } from "../../../_ui/status";
import { type Column, Table } from "../../../_ui/table";
import { SettingsHeader } from "../settings-header";
import { submit } from "./actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "activation")("title"));

/** The application for live payments: what it says, what is missing, and what becomes of it. */
export default async function ActivationPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const activation = await getActivation(viewer);
  const t = translator(viewer.locale, "activation");
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("title")} href={paths.settings(viewer)} />
      {activation.submittedAt === null && <p>{t("text")}</p>}
      {activation.submittedAt === null ? (
        <Notice tone="wait" title={t("missing", { count: activation.missing.length })}>
          {t("afterwards")}
        </Notice>
      ) : (
        <Notice tone="good" title={t("sent", { when: sentAt(viewer, activation.submittedAt) })}>
          {t("afterwards")}
        </Notice>
      )}
      <Table
        caption={t("title")}
        columns={columnsFor(viewer, activation)}
        rows={activationPartNames.map((part) => ({ part }))}
        rowKey={({ part }) => part}
        rowHref={({ part }) => paths.activationPart(viewer, part)}
      />
      {activation.submittedAt === null && (
        <ActionForm action={submit} formKey={newFormKey()}>
          <div>
            <Button tone="primary" disabledReason={whyNotSubmitted(viewer, activation)}>
              {t("submit")}
            </Button>
          </div>
        </ActionForm>
      )}
    </Page>
  );
}

function columnsFor(viewer: Viewer, { facts }: Activation): Column<{ part: ActivationPart }>[] {
  const t = translator(viewer.locale, "activation");
  return [
    { key: "part", label: t("part"), card: "title", cell: ({ part }) => t(`parts.${part}`) },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ part }) => (
        <Status tone={facts[part] ? "good" : "wait"} mark={facts[part] ? "filled" : "ring"}>
          {facts[part] ? t("complete") : t("open")}
        </Status>
      ),
    },
  ];
}

function sentAt({ locale, timeZone }: Viewer, at: number): string {
  return formatDateTime(at, { locale, timeZone });
}

function whyNotSubmitted(viewer: Viewer, { missing }: Activation): string | null {
  const t = translator(viewer.locale, "activation");
  if (!may(viewer, "bank_accounts:write")) return t("adminsOnly");
  return missing.length > 0 ? t("missing", { count: missing.length }) : null;
}
