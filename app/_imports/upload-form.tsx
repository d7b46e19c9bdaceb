import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { type ImportRow, listImports } from "#lib/imports/queries";
import { uploadAddress } from "#lib/imports/upload-address";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { paths } from "#lib/paths";
import { requireSignedIn } from "../_server/signed-in";
import { Button } from "../_ui/button";
import { DateTime } from "../_ui/date-time";
import { Field } from "../_ui/field";
import { FormActions } from "../_ui/form";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { type Column, Table } from "../_ui/table";
import { type ImportName, ImportStateOf, rowsInWords } from "./import-words";

export type ProblemParams = Promise<{ problem?: string | string[] }>;

type UploadFormProps = { viewer: Viewer; kind: ImportName; problem: ProblemParams; children?: ReactNode };

/** Takes in a file, and shows those taken in before. `problem`: why the last one was not. */
export async function UploadForm({ viewer, kind, problem, children }: UploadFormProps) {
  const before = await listImports(viewer, kind);
  const { person, session } = await requireSignedIn();
  const t = translator(viewer.locale, "imports");
  const { slug } = viewer.environment;
  return (
    <>
      <Problem viewer={viewer} code={(await problem).problem} />
      <p>{t("text")}</p>
      {children}
      <form
        className="ui-form"
        action={uploadAddress({ slug, kind, personId: person.id, sessionId: session.id })}
        method="post"
        encType="multipart/form-data"
      >
        <Field name="file" label={t("file")} hint={t("fileHint")}>
          <input
            className="ui-input"
            type="file"
            id="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-describedby="file-hint"
            required
          />
        </Field>
        <FormActions>
          <Button tone="primary">{t("upload")}</Button>
        </FormActions>
      </form>
      {before.length > 0 && (
        <Section title={t("before")}>
          <Table
            caption={t("before")}
            columns={columnsFor(viewer)}
            rows={before}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.importOf(viewer, kind, id)}
          />
        </Section>
      )}
    </>
  );
}

function Problem({ viewer, code }: { viewer: Viewer; code: string | string[] | undefined }) {
  if (typeof code !== "string") return null;
  const known = catalogues[viewer.locale].errors.code;
  const text = Object.entries(known).find(([name]) => name === code)?.[1];
  return <Notice tone="hurt" title={text ?? translator(viewer.locale, "errors")("code.file_not_csv")} />;
}

function columnsFor(viewer: Viewer): Column<ImportRow>[] {
  const t = translator(viewer.locale, "imports");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "file", label: t("file"), card: "title", cell: ({ filename }) => filename },
    {
      key: "state",
      label: t("status"),
      card: "state",
      cell: ({ state }) => <ImportStateOf viewer={viewer} state={state} />,
    },
    { key: "rows", label: t("rows"), card: "detail", cell: (row) => rowsInWords(viewer, row) },
    { key: "by", label: t("by"), tone: "quiet", cell: ({ createdBy }) => createdBy.name },
    {
      key: "when",
      label: t("when"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
  ];
}
