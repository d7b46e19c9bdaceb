import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { formatDateTime } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { defaultListOf } from "#lib/value-lists/default-lists";
import type { ListedEntry } from "#lib/value-lists/entry-list";
import { getListedEntry } from "#lib/value-lists/queries";
import { ActionForm } from "../../../../_forms/action-form";
import { found } from "../../../../_server/found";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Button } from "../../../../_ui/button";
import { DescriptionList } from "../../../../_ui/description-list";
import { FormActions } from "../../../../_ui/form";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { timeViewOf } from "../../../../_words/time-view-of";
import { remove } from "../actions";
import { entryWords, listWords } from "../entry-words";

type PageProps = { params: Promise<{ environment: string; id: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "blocked")("title"));

/** One entry of a list: why it is there, and how to take it off. */
export default async function BlockedEntryPage({ params }: PageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const entry = await found(getListedEntry(viewer, id));
  const t = translator(viewer.locale, "blocked");
  return (
    <Page>
      <PageHeader
        title={entryWords(viewer, entry)}
        breadcrumb={{
          label: translator(viewer.locale, "common")("breadcrumb"),
          crumbs: [{ label: t("title"), href: paths.blocked(viewer) }],
        }}
      />
      <Facts viewer={viewer} entry={entry} />
      {may(viewer, "allow_list:write") && (
        <Section title={t("removeTitle")}>
          <p>{t("removeText")}</p>
          <ActionForm action={remove} formKey={newFormKey()} label={t("removeTitle")}>
            <input type="hidden" name="id" value={id} />
            <FormActions>
              <Button tone="danger">{t("remove")}</Button>
            </FormActions>
          </ActionForm>
        </Section>
      )}
    </Page>
  );
}

function Facts({ viewer, entry }: { viewer: Viewer; entry: ListedEntry }) {
  const t = translator(viewer.locale, "blocked");
  const { list, value, paymentIntentId, createdBy, createdAt } = entry;
  const isCard = defaultListOf(list)?.subject === "card_fingerprint";
  return (
    <DescriptionList
      items={[
        { term: t("list"), value: listWords(viewer, entry) },
        { term: t("fingerprint"), value: isCard ? <code>{value}</code> : null },
        {
          term: t("because"),
          value:
            paymentIntentId === null ? (
              t("byHand")
            ) : (
              <a href={paths.payment(viewer, paymentIntentId)}>{t("payment")}</a>
            ),
        },
        { term: t("by"), value: createdBy.name },
        { term: t("at"), value: formatDateTime(createdAt, timeViewOf(viewer)) },
      ]}
    />
  );
}
