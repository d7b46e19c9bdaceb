import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { defaultLists } from "#lib/value-lists/default-lists";
import { entryList, type EntryQuery, type ListedEntry } from "#lib/value-lists/entry-list";
import { ChoiceFilter } from "../../../_lists/choice-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { ListColumn, ListView } from "../../../_lists/list-view";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { timeViewOf } from "../../../_words/time-view-of";
import { defaultListWords, entryWords, listWords } from "./entry-words";

/** What is on the lists, as people see it. */
export const entryView: ListView<ListedEntry, EntryQuery> = {
  source: entryList,
  caption: ({ locale }) => translator(locale, "blocked")("caption"),
  shown: ({ locale }, count) => translator(locale, "blocked")("shown", { count }),
  columns: columnsOf,
  href: (viewer, { id }) => paths.blockedEntry(viewer, id),
  filters: (filter) => {
    const t = translator(filter.viewer.locale, "blocked");
    return (
      <>
        <DateFilter {...filter} />
        <ChoiceFilter
          {...filter}
          name="list"
          label={t("list")}
          options={defaultLists.map((list) => ({
            value: list.key,
            label: defaultListWords(filter.viewer, list),
          }))}
          chosen={filter.query.lists}
          others={{ ...filter.query, lists: [] }}
        />
      </>
    );
  },
  empty({ locale }) {
    const t = translator(locale, "blocked");
    return <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>;
  },
};

function columnsOf(viewer: Viewer): ListColumn<ListedEntry>[] {
  const t = translator(viewer.locale, "blocked");
  return [
    { key: "what", label: t("what"), card: "title", cell: (entry) => entryWords(viewer, entry) },
    { key: "list", label: t("list"), card: "detail", cell: (entry) => listWords(viewer, entry) },
    {
      key: "because",
      label: t("because"),
      tone: "quiet",
      cell: ({ paymentIntentId }) => (paymentIntentId === null ? t("byHand") : t("payment")),
    },
    { key: "by", label: t("by"), tone: "quiet", cell: ({ createdBy }) => createdBy.name ?? "–" },
    {
      key: "at",
      label: t("at"),
      card: "moment",
      align: "end",
      tone: "quiet",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="date" />,
    },
  ];
}
