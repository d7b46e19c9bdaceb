import type { Viewer } from "#lib/auth/viewer";
import { mayShow, overviewTiles, type TileName, tileNames } from "#lib/home/overview-tiles";
import { translator } from "#lib/i18n/translator";
import { oneOf, type QueryParams, readParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { FreshOnReturn } from "../../../_forms/fresh-on-return";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../_ui/button";
import { DialogPage } from "../../../_ui/dialog-page";
import { FormActions } from "../../../_ui/form";
import { IconButton } from "../../../_ui/icon-button";
import { tileTitle } from "../../_home/tile-title";
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
  return (
    <DialogPage title={t("editOverview")} close={{ href: paths.home(viewer), label: t("edit.cancel") }}>
      <FreshOnReturn />
      <p>{t("edit.intro")}</p>
      <Shown viewer={viewer} chosen={chosen} />
      <NotShown viewer={viewer} chosen={chosen} />
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

type ChoiceProps = { viewer: Viewer; chosen: TileName[] };

function Shown({ viewer, chosen }: ChoiceProps) {
  const t = translator(viewer.locale, "home");
  return (
    <section>
      <h2>{t("edit.shown")}</h2>
      {chosen.length === 0 && <p className="text-soft">{t("edit.none")}</p>}
      <ol className="ui-arrange">
        {chosen.map((tile, index) => {
          const name = tileTitle(viewer, tile);
          const moved = (to: number) => hrefOf(viewer, chosen.toSpliced(index, 1).toSpliced(to, 0, tile));
          return (
            <li key={tile}>
              <span>{name}</span>
              {index > 0 && (
                <IconButton icon="chevron-up" label={t("edit.up", { name })} href={moved(index - 1)} />
              )}
              {index < chosen.length - 1 && (
                <IconButton icon="chevron-down" label={t("edit.down", { name })} href={moved(index + 1)} />
              )}
              <IconButton
                icon="x"
                label={t("edit.remove", { name })}
                href={hrefOf(viewer, chosen.toSpliced(index, 1))}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function NotShown({ viewer, chosen }: ChoiceProps) {
  const t = translator(viewer.locale, "home");
  const left = tileNames.filter((tile) => mayShow(viewer, tile) && !chosen.includes(tile));
  if (left.length === 0) return null;
  return (
    <section>
      <h2>{t("edit.hidden")}</h2>
      <ul className="ui-arrange">
        {left.map((tile) => {
          const name = tileTitle(viewer, tile);
          return (
            <li key={tile}>
              <span>{name}</span>
              <IconButton
                icon="plus"
                label={t("edit.add", { name })}
                href={hrefOf(viewer, [...chosen, tile])}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** An empty choice is told too. */
function hrefOf(viewer: Viewer, tiles: readonly TileName[]): string {
  const params = new URLSearchParams(tiles.length > 0 ? tiles.map((tile) => ["tile", tile]) : [["tile", ""]]);
  return `${paths.editOverview(viewer)}?${params}`;
}
