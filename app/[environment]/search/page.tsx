import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import { findPasted } from "#lib/search/find-pasted";
import { noteSearch, recentSearches } from "#lib/search/recent-searches";
import { type GroupKey, isGroupKey, searchEverything, searchGroup } from "#lib/search/search";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { Page, PageHeader } from "../../_ui/page-header";
import { AllResults } from "./all-results";
import { GroupResults } from "./group-results";
import { OtherSearches, RecentSearches } from "./recent";
import { searchAddress } from "./search-address";
import { SearchHelp } from "./search-help";

type SearchParams = Record<"q" | "kind" | "before", string | string[] | undefined>;
type PageProps = EnvironmentPageProps & { searchParams: Promise<SearchParams> };

const perGroup = 5;
const perPage = 20;

/** What a search finds, by kind; or one kind, a page at a time. A pasted id leads to its page at once. */
export default async function SearchPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "search");
  const { text, kind, before } = asked(await searchParams);
  const path = kind === null ? await findPasted(viewer, text) : null;
  const recent = await recentSearches(viewer);
  if (kind === null) await noteSearch(viewer, text);
  if (path !== null) redirect(path);
  if (text === "") {
    return (
      <Page>
        <PageHeader title={t("title")} />
        <RecentSearches viewer={viewer} searches={recent} />
        <SearchHelp viewer={viewer} />
      </Page>
    );
  }
  if (kind !== null) {
    const { query, page } = await searchGroup(viewer, text, { key: kind, limit: perPage, before });
    const crumbs = [{ label: t("everything"), href: searchAddress(viewer, { q: text }) }];
    const breadcrumb = { label: translator(viewer.locale, "common")("breadcrumb"), crumbs };
    return (
      <Page>
        <PageHeader title={t(`group.${kind}`)} breadcrumb={breadcrumb} />
        <GroupResults
          viewer={viewer}
          text={text}
          query={query}
          group={{ key: kind, ...page }}
          before={before}
        />
      </Page>
    );
  }
  const results = await searchEverything(viewer, text, perGroup);
  return (
    <Page>
      <PageHeader title={t("title")} />
      <AllResults viewer={viewer} text={text} results={results} />
      <OtherSearches viewer={viewer} searches={recent.filter((search) => search !== text)} />
    </Page>
  );
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "search");
  const { kind } = asked(await searchParams);
  return { title: kind === null ? t("title") : t("titleOf", { group: t(`group.${kind}`) }) };
}

function asked(address: SearchParams): { text: string; kind: GroupKey | null; before: number | undefined } {
  const one = (name: keyof SearchParams) => [address[name] ?? ""].flat()[0]?.trim() ?? "";
  const kind = one("kind");
  const before = one("before");
  return {
    text: one("q"),
    kind: isGroupKey(kind) ? kind : null,
    before: /^\d{1,16}$/.test(before) ? Number(before) : undefined,
  };
}
