import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { oneOf, type QueryParams, readParams } from "#lib/lists/read-params";
import { type Destination, type PlaceName, placeNames, placesFor } from "#lib/pages/destinations";
import { shortcutsOf } from "#lib/pages/shortcuts";
import { paths } from "#lib/paths";
import { ActionForm } from "../../_forms/action-form";
import { FreshOnReturn } from "../../_forms/fresh-on-return";
import { newFormKey } from "../../_server/form-key";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { Arrange } from "../../_ui/arrange";
import { Button, ButtonLink } from "../../_ui/button";
import { DialogPage } from "../../_ui/dialog-page";
import { FormActions } from "../../_ui/form";
import { destinationName } from "../_shell/destination-words";
import { applyShortcuts } from "./actions";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Which pages a person keeps at hand. The address holds the choice until it is applied. */
export default async function ShortcutsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const { pinned: kept } = await shortcutsOf(viewer);
  const pinned =
    address.page === undefined
      ? kept.map(({ name }) => name)
      : readParams(address).many("page", oneOf(placeNames));
  const t = translator(viewer.locale, "commands");
  const place = (name: PlaceName) => ({ key: name, name: destinationName(viewer, { name }) });
  return (
    <DialogPage title={t("names.shortcuts")} close={{ href: paths.home(viewer), label: t("cancel") }}>
      <FreshOnReturn />
      <p>{t("shortcutsIntro")}</p>
      <Arrange
        chosen={pinned.map(place)}
        others={left(viewer, pinned).map(({ name }) => place(name))}
        hrefOf={(names) => hrefOf(viewer, names)}
        words={{
          chosen: t("pinned"),
          others: t("notPinned"),
          none: t("nonePinned"),
          up: (name) => t("up", { name }),
          down: (name) => t("down", { name }),
          remove: (name) => t("unpin", { name }),
          add: (name) => t("pin", { name }),
        }}
      />
      <ActionForm action={applyShortcuts} formKey={newFormKey()} label={t("names.shortcuts")}>
        <input type="hidden" name="pages" value={pinned.join(" ")} />
        <FormActions>
          <Button tone="primary">{t("apply")}</Button>
          <ButtonLink href={paths.home(viewer)}>{t("cancel")}</ButtonLink>
        </FormActions>
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "commands")("names.shortcuts"));

function left(viewer: Viewer, pinned: PlaceName[]): Destination<PlaceName>[] {
  return placesFor(viewer).filter(({ name }) => !pinned.includes(name) && name !== "shortcuts");
}

/** An empty choice is told too. */
function hrefOf(viewer: Viewer, names: readonly string[]): string {
  const params = new URLSearchParams(names.length > 0 ? names.map((name) => ["page", name]) : [["page", ""]]);
  return `${paths.shortcuts(viewer)}?${params}`;
}
