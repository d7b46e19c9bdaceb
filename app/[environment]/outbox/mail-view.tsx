import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { mailKinds } from "#lib/mail/kinds";
import { type ListedMail, mailList, type MailQuery, mailStates } from "#lib/mail/mail-list";
import { paths } from "#lib/paths";
import { ChoiceFilter } from "../../_lists/choice-filter";
import { DateFilter } from "../../_lists/date-filter";
import type { FilterProps } from "../../_lists/filter-form";
import type { ListColumn, ListView } from "../../_lists/list-view";
import { StatusFilter } from "../../_lists/status-filter";
import { TextFilter } from "../../_lists/text-filter";
import { DateTime } from "../../_ui/date-time";
import { EmailText } from "../../_ui/email-text";
import { EmptyState } from "../../_ui/empty-state";
import { kindName } from "./kind-name";
import { MailState } from "./mail-state";

/** Mail as people see it. */
export const mailView: ListView<ListedMail, MailQuery> = {
  source: mailList,
  caption: ({ locale }) => translator(locale, "outbox")("title"),
  shown: ({ locale }, count) => translator(locale, "outbox")("shown", { count }),
  columns: mailColumns,
  href: (viewer, { id }) => paths.mail(viewer, id),
  filters: (props) => <MailFilters {...props} />,
  empty({ locale }) {
    const t = translator(locale, "outbox");
    return <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>;
  },
};

function MailFilters(filter: FilterProps<MailQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "outbox");
  return (
    <>
      <TextFilter
        {...{ viewer, place }}
        name="q"
        label={t("recipientOrSubject")}
        hint={t("textHint")}
        value={query.text}
        others={{ ...query, text: null }}
      />
      <StatusFilter
        {...filter}
        label={t("stateLabel")}
        options={mailStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <ChoiceFilter
        {...{ viewer, place }}
        name="kind"
        label={t("kind")}
        options={mailKinds.map((value) => ({ value, label: kindName(value, viewer.locale) }))}
        chosen={query.kinds}
        others={{ ...query, kinds: [] }}
      />
      <DateFilter {...filter} />
    </>
  );
}

function mailColumns(viewer: Viewer): ListColumn<ListedMail>[] {
  const t = translator(viewer.locale, "outbox");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "subject", label: t("subject"), card: "title", cell: ({ subject }) => subject },
    { key: "to", label: t("to"), card: "detail", cell: ({ to }) => <EmailText>{to}</EmailText> },
    { key: "kind", label: t("kind"), card: "none", cell: ({ kind }) => kindName(kind, viewer.locale) },
    {
      key: "state",
      label: t("stateLabel"),
      card: "state",
      cell: ({ state }) => <MailState state={state} locale={viewer.locale} />,
    },
    {
      key: "attempts",
      label: t("attempts"),
      card: "none",
      align: "end",
      extra: true,
      cell: ({ attempts }) => attempts,
    },
    {
      key: "error",
      label: t("lastError"),
      card: "none",
      tone: "quiet",
      extra: true,
      cell: ({ lastError }) => lastError,
    },
    {
      key: "sent",
      label: t("sent"),
      card: "none",
      tone: "quiet",
      extra: true,
      cell: ({ sentAt }) => sentAt !== null && <DateTime at={sentAt} view={view} as="when" />,
    },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
  ];
}
