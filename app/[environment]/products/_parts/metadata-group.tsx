import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { MetadataFields } from "../../../_metadata/metadata-fields";

type MetadataGroupProps = { viewer: Viewer; metadata: Record<string, string> };

/** The metadata of something of the catalogue, among the other fields of its form; read with `metadataChanges`. */
export function MetadataGroup({ viewer, metadata }: MetadataGroupProps) {
  return (
    <fieldset className="grid gap-3">
      <legend className="ui-label pb-2">{translator(viewer.locale, "products")("metadata")}</legend>
      <input type="hidden" name="shown" value={JSON.stringify(metadata)} />
      <MetadataFields viewer={viewer} metadata={metadata} />
    </fieldset>
  );
}
