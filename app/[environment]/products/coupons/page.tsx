import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { Page } from "../../../_ui/page-header";
import { AddLink } from "../_list/catalogue-view";
import { CatalogueHeader } from "../_parts/catalogue-header";
import { DeletedNotice } from "../_parts/deleted-notice";
import { FileLinks } from "../_parts/file-links";
import { couponView } from "./coupon-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Every coupon. */
export default async function CouponsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const list = await openList(viewer, couponView, address);
  const actions = (
    <>
      {may(viewer, "exports:read") && (
        <ButtonLink href={paths.exportCatalogue(viewer, "promotion-codes")}>
          {translator(viewer.locale, "coupons")("exportCodes")}
        </ButtonLink>
      )}
      <FileLinks viewer={viewer} of="coupons" state="all" />
      <AddLink viewer={viewer} words="coupons" href={paths.newCoupon(viewer)} />
    </>
  );
  return (
    <Page>
      <CatalogueHeader viewer={viewer} current="coupons" actions={actions} />
      <DeletedNotice locale={viewer.locale} done={address.done} />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "coupons")("title"));
