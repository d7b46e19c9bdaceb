import { type LetterTemplate, listTemplates } from "#lib/disputes/letters/templates";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { ButtonLink } from "../../../../_ui/button";
import { DateTime } from "../../../../_ui/date-time";
import { EmptyState } from "../../../../_ui/empty-state";
import { Page } from "../../../../_ui/page-header";
import { type Column, Table } from "../../../../_ui/table";
import { timeViewOf } from "../../../../_words/time-view-of";
import { LettersHeader } from "./letters-header";
import { reasonWords } from "./reason-words";

export const generateMetadata = pageTitle((locale) => translator(locale, "disputes")("letters.title"));

/** What the team begins its letters to banks with. */
export default async function LettersPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const templates = await listTemplates(viewer);
  const t = translator(viewer.locale, "disputes");
  const write = (
    <ButtonLink href={paths.newLetterTemplate(viewer)} tone="primary" shortcut="n">
      {t("letters.new")}
    </ButtonLink>
  );
  return (
    <Page>
      <LettersHeader viewer={viewer} title={t("letters.title")} actions={templates.length > 0 && write} />
      <p>{t("letters.intro")}</p>
      {templates.length === 0 ? (
        <EmptyState title={t("letters.noneTitle")} action={write}>
          {t("letters.none")}
        </EmptyState>
      ) : (
        <Table
          caption={t("letters.title")}
          columns={columnsOf(viewer)}
          rows={templates}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.letterTemplate(viewer, id)}
        />
      )}
    </Page>
  );
}

function columnsOf(viewer: Viewer): Column<LetterTemplate>[] {
  const t = translator(viewer.locale, "disputes");
  return [
    { key: "name", label: t("letters.name"), card: "title", cell: ({ name }) => name },
    {
      key: "reason",
      label: t("letters.reason"),
      card: "detail",
      cell: ({ reason }) => reasonWords(viewer.locale, reason),
    },
    {
      key: "by",
      label: t("letters.by"),
      tone: "quiet",
      cell: ({ updatedBy }) => updatedBy.name ?? "–",
    },
    {
      key: "at",
      label: t("letters.at"),
      card: "moment",
      align: "end",
      tone: "quiet",
      cell: ({ updatedAt }) => <DateTime at={updatedAt} view={timeViewOf(viewer)} as="date" />,
    },
  ];
}
