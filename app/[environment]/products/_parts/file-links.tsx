import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { SheetName } from "#lib/catalogue/file/sheet";
import type { Activity } from "#lib/catalogue/list/activity-filter";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../_ui/button";

type FileLinksProps = { viewer: Viewer; of: SheetName; state: Activity };

/** Where a list of the catalogue is taken away as a file, and where one is taken in, for those who may. */
export function FileLinks({ viewer, of, state }: FileLinksProps) {
  const t = translator(viewer.locale, "products");
  return (
    <>
      {may(viewer, "exports:read") && (
        <ButtonLink href={paths.exportCatalogue(viewer, of, state)}>{t("export")}</ButtonLink>
      )}
      {may(viewer, "products:write") && (
        <ButtonLink href={paths.imports(viewer, of)}>{t("import")}</ButtonLink>
      )}
    </>
  );
}
