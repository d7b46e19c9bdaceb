import { notFound } from "next/navigation";
import type { Viewer } from "#lib/auth/viewer";
import { getCustomerOrDeleted } from "#lib/customers/queries";
import { slicesOf } from "#lib/figures/overview";
import type { OverviewQuery } from "#lib/figures/overview-query";
import type { FacetPart, Part } from "#lib/figures/part";
import { isShownTile, tileNames } from "#lib/home/overview-tiles";
import { readPart } from "#lib/home/tile-part";
import { tileTitle } from "#lib/home/tile-title";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { addressOf } from "../../../../_lists/list-place";
import { readTurn } from "../../../../_lists/read-turn";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { ButtonLink } from "../../../../_ui/button";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Stack } from "../../../../_ui/section";
import { CountedList } from "../../../_home/counted-list";
import { showShare, sliceName, unitOf } from "../../../_home/facet-tile";
import { figurePlace, homePlace, partPlace } from "../../../_home/figure-place";
import { overviewQuery } from "../../../_home/overview-calendar";
import { DaysPicker } from "../../../_home/period-picker";
import { showValue } from "../../../_home/show-value";
import { nameOf } from "#lib/customers/name-of";

type PageProps = {
  params: Promise<{ environment: string; figure: string; part: string }>;
  searchParams: Promise<QueryParams>;
};

/** A part of a figure of Home, such as a country or a customer: what it comes to, and everything that it counts. */
export default async function FigurePartPage({ params, searchParams }: PageProps) {
  const { viewer, figure, part, place } = await asked(params);
  const address = await searchParams;
  const query = await overviewQuery(viewer, address);
  const crumbs = [
    { label: translator(viewer.locale, "home")("title"), href: addressOf(homePlace(viewer), query) },
    { label: tileTitle(viewer, figure), href: addressOf(figurePlace(viewer, figure), query) },
  ];
  return (
    <Page>
      <PageHeader
        title={await titleOf(viewer, part)}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
        actions={"customerId" in part && <CustomerLink viewer={viewer} id={part.customerId} />}
      />
      <DaysPicker viewer={viewer} place={place} query={query} />
      <Stack>
        {"facet" in part && <PartTotal viewer={viewer} part={part} query={query} />}
        <CountedList {...{ viewer, figure, part, place, query }} turn={readTurn(address).turn} />
      </Stack>
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps) {
  const { viewer, part } = await asked(params);
  return { title: await titleOf(viewer, part) };
}

async function asked(params: PageProps["params"]) {
  const { environment, figure: name, part: text } = await params;
  const viewer = await pageViewer(environment);
  const figure = tileNames.find((tile) => tile === name);
  const part = figure && isShownTile(viewer, figure) ? readPart(figure, text) : null;
  if (!figure || !part) notFound();
  return { viewer, figure, part, place: partPlace(viewer, figure, text) };
}

async function titleOf(viewer: Viewer, part: Part): Promise<string> {
  if ("customerId" in part) return nameOf(await found(getCustomerOrDeleted(viewer, part.customerId)));
  return sliceName(viewer, part.facet, part.words[0] ?? "");
}

async function CustomerLink({ viewer, id }: { viewer: Viewer; id: string }) {
  if ((await found(getCustomerOrDeleted(viewer, id))).deletedAt !== null) return null;
  return (
    <ButtonLink href={paths.customer(viewer, id)}>{translator(viewer.locale, "home")("customer")}</ButtonLink>
  );
}

type TotalProps = { viewer: Viewer; part: FacetPart; query: OverviewQuery };

/** As the tile has it: in the account's currency, with its share of the whole. */
async function PartTotal({ viewer, part, query }: TotalProps) {
  const slices = (await slicesOf(viewer, query.period))[part.facet];
  const sum = (of: typeof slices) => of.reduce((total, { value }) => total + value, 0);
  const value = sum(slices.filter(({ key }) => part.words.includes(key)));
  return (
    <p className="ui-tile-value">
      <span>{showValue(viewer, unitOf(part.facet), value)}</span>{" "}
      <small>{showShare(viewer, value, sum(slices))}</small>
    </p>
  );
}
