import type { BlockEntry } from "#lib/block-lists/block-entry";
import { blockLists } from "#lib/block-lists/block-entry";
import { blockList, type BlockQuery } from "#lib/block-lists/block-list";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ChoiceFilter } from "../../../_lists/choice-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { ListColumn, ListView } from "../../../_lists/list-view";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { timeViewOf } from "../../transactions/[id]/words";
import { entryWords } from "./entry-words";

/** What is blocked, as people see it. */
export const blockView: ListView<BlockEntry, BlockQuery> = {
  source: blockList,
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
          options={blockLists.map((value) => ({ value, label: t(`lists.${value}`) }))}
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

function columnsOf(viewer: Viewer): ListColumn<BlockEntry>[] {
  const t = translator(viewer.locale, "blocked");
  return [
    { key: "what", label: t("what"), card: "title", cell: (entry) => entryWords(viewer, entry) },
    { key: "list", label: t("list"), card: "detail", cell: ({ list }) => t(`lists.${list}`) },
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
