import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { type Bar, BarsPicture } from "../../_ui/bars-picture";

type PictureProps = { viewer: Viewer; name: string; bars: Bar[]; links?: ReactNode };

/** What can be taken away of the parts of a figure: a picture of them, and what `links` lead to. */
export function TilePicture({ viewer, name, bars, links }: PictureProps) {
  return (
    <p className="ui-chart-note ui-chart-links">
      {bars.length > 0 && (
        <BarsPicture name={name} label={translator(viewer.locale, "common")("chartAsPicture")} bars={bars} />
      )}
      {links}
    </p>
  );
}
