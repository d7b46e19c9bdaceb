import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { getMail, type ReadMail } from "#lib/mail/queries";
import type { MailRow } from "#lib/mail/post";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { newFormKey } from "../../../_server/form-key";
import { found } from "../../../_server/found";
import { pageTitle } from "../../../_server/page-title";
import { pageViewer } from "../../../_server/page-viewer";
import { Button } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { DescriptionList } from "../../../_ui/description-list";
import { CodeView } from "../../../_ui/json-view";
import { Notice } from "../../../_ui/notice";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Columns, Section } from "../../../_ui/section";
import { retry } from "../actions";
import { kindName } from "../kind-name";
import { MailState } from "../mail-state";

export const generateMetadata = pageTitle((locale) => translator(locale, "outbox")("mail"));

type MailPageProps = { params: Promise<{ environment: string; id: string }> };

/** One mail: what it says, and how far it has come. */
export default async function MailPage({ params }: MailPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const read = await found(getMail(viewer, id));
  const { locale } = viewer;
  const t = translator(locale, "outbox");
  const crumbs = [{ label: t("title"), href: paths.outbox(viewer) }];
  return (
    <Page>
      <PageHeader
        title={read.mail.subject}
        state={<MailState state={read.mail.state} locale={locale} />}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
      />
      {read.mail.state === "failed" && <Failed mail={read.mail} viewer={viewer} />}
      <Columns
        main={<Body read={read} viewer={viewer} />}
        aside={<Facts mail={read.mail} viewer={viewer} />}
      />
    </Page>
  );
}

function Failed({ mail, viewer }: { mail: MailRow; viewer: Viewer }) {
  const t = translator(viewer.locale, "outbox");
  return (
    <Notice tone="hurt" title={t("failedTitle")}>
      <p>{mail.lastError}</p>
      <ActionForm action={retry} formKey={newFormKey()}>
        <input type="hidden" name="id" value={mail.id} />
        <div>
          <Button>{t("retry")}</Button>
        </div>
      </ActionForm>
    </Notice>
  );
}

function Body({ read, viewer }: { read: ReadMail; viewer: Viewer }) {
  const t = translator(viewer.locale, "outbox");
  const { text, isLinkWithheld } = read;
  return (
    <>
      {isLinkWithheld && (
        <Notice tone="wait" title={t("withheldTitle")}>
          {t("withheld")}
        </Notice>
      )}
      <Section title={t("text")}>
        <CodeView label={t("text")} lines="wrap">
          {text}
        </CodeView>
      </Section>
    </>
  );
}

function Facts({ mail, viewer }: { mail: MailRow; viewer: Viewer }) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "outbox");
  const view = { locale, timeZone, now: viewer.now() };
  return (
    <Section title={t("facts")}>
      <DescriptionList
        items={[
          { term: t("to"), value: mail.to },
          { term: t("kind"), value: kindName(mail.kind, locale) },
          { term: t("created"), value: <DateTime at={mail.createdAt} view={view} as="when" /> },
          {
            term: t("sent"),
            value: mail.sentAt === null ? null : <DateTime at={mail.sentAt} view={view} as="when" />,
          },
          { term: t("attempts"), value: mail.attempts === 0 ? null : mail.attempts },
          { term: t("lastError"), value: mail.state === "queued" ? mail.lastError : null },
        ]}
      />
    </Section>
  );
}
