import type { Viewer } from "#lib/auth/viewer";
import { formatDate, formatMoney } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import { findPasted } from "#lib/search/find-pasted";
import { recentSearches } from "#lib/search/recent-searches";
import { type Hit, searchEverything, suggestQueries } from "#lib/search/search";
import { paths } from "#lib/paths";
import { pageViewer } from "../../../_server/page-viewer";
import type { LiveResults } from "../../../_ui/live-results";
import { searchAddress } from "../search-address";

type Context = { params: Promise<{ environment: string }> };

const perGroup = 3;
const most = 4;

/** What is found so far, for the panel under the search field. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await pageViewer((await params).environment);
  const text = new URL(request.url).searchParams.get("q")?.trim() ?? "";
  return Response.json(await liveResults(viewer, text), { headers: { "Cache-Control": "no-store" } });
}

async function liveResults(viewer: Viewer, text: string): Promise<LiveResults> {
  const leading = (query: string) => ({ title: query, href: searchAddress(viewer, { q: query }) });
  if (text === "") {
    const recent = await recentSearches(viewer);
    return {
      all: paths.search(viewer),
      groups: [],
      unready: false,
      recent: recent.map(leading),
      suggestions: [],
    };
  }
  const t = translator(viewer.locale, "search");
  const path = await findPasted(viewer, text);
  const pasted = path === null ? [] : [{ title: text, href: path, facts: "" }];
  const results = await searchEverything(viewer, text, perGroup);
  const groups = results.groups.filter(({ hits }) => hits.length > 0);
  return {
    all: searchAddress(viewer, { q: text }),
    groups: [
      ...(pasted.length > 0 ? [{ title: "", hits: pasted }] : []),
      ...groups.slice(0, most).map(({ key, hits }) => ({
        title: t(`group.${key}`),
        hits: hits.map((hit) => ({ title: hit.title, href: hit.href, facts: factsOf(viewer, hit) })),
      })),
    ],
    unready: results.unready && pasted.length === 0,
    recent: [],
    suggestions: suggestQueries(text, viewer.locale).map(leading),
  };
}

function factsOf({ locale, timeZone, now }: Viewer, { detail, state, money, at }: Hit): string {
  const amount =
    money && isCurrency(money.currency) ? formatMoney(money.amount, money.currency, locale) : null;
  const day = at === null ? null : formatDate(at, { locale, timeZone, now: now() });
  return [amount, state?.word, detail, day].filter((fact) => fact).join(" · ");
}
