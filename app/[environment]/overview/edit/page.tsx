import type { Viewer } from "#lib/auth/viewer";
import { tileTitle } from "#lib/home/tile-title";
import { mayShow, overviewTiles, type TileName, tileNames } from "#lib/home/overview-tiles";
import { translator } from "#lib/i18n/translator";
import { oneOf, type QueryParams, readParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { FreshOnReturn } from "../../../_forms/fresh-on-return";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Arrange } from "../../../_ui/arrange";
import { Button, ButtonLink } from "../../../_ui/button";
import { DialogPage } from "../../../_ui/dialog-page";
import { FormActions } from "../../../_ui/form";
import { applyOverview } from "./actions";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Which figures Home shows, and in which order. The address holds the choice until it is applied. */
export default async function EditOverviewPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const chosen =
    address.tile === undefined
      ? await overviewTiles(viewer)
      : readParams(address)
          .many("tile", oneOf(tileNames))
          .filter((tile) => mayShow(viewer, tile));
  const t = translator(viewer.locale, "home");
  const tile = (name: TileName) => ({ key: name, name: tileTitle(viewer, name) });
  return (
    <DialogPage title={t("editOverview")} close={{ href: paths.home(viewer), label: t("edit.cancel") }}>
      <FreshOnReturn />
      <p>{t("edit.intro")}</p>
      <Arrange
        chosen={chosen.map(tile)}
        others={tileNames.filter((name) => mayShow(viewer, name) && !chosen.includes(name)).map(tile)}
        hrefOf={(tiles) => hrefOf(viewer, tiles)}
        words={{
          chosen: t("edit.shown"),
          others: t("edit.hidden"),
          none: t("edit.none"),
          up: (name) => t("edit.up", { name }),
          down: (name) => t("edit.down", { name }),
          remove: (name) => t("edit.remove", { name }),
          add: (name) => t("edit.add", { name }),
        }}
      />
      <ActionForm action={applyOverview} formKey={newFormKey()} label={t("editOverview")}>
        <input type="hidden" name="tiles" value={chosen.join(" ")} />
        <FormActions>
          <Button tone="primary">{t("edit.apply")}</Button>
          <ButtonLink href={paths.home(viewer)}>{t("edit.cancel")}</ButtonLink>
        </FormActions>
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "home")("editOverview"));

/** An empty choice is told too. */
function hrefOf(viewer: Viewer, tiles: readonly string[]): string {
  const params = new URLSearchParams(tiles.length > 0 ? tiles.map((tile) => ["tile", tile]) : [["tile", ""]]);
  return `${paths.editOverview(viewer)}?${params}`;
}
