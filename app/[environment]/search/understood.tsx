import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { explain, type Query } from "#lib/search/search";
import { Notice } from "../../_ui/notice";

/** How the words were understood, folded away; and openly, what of them was not. */
export function Understood({ viewer, query }: { viewer: Viewer; query: Query }) {
  const t = translator(viewer.locale, "search");
  const { understood, leftOut } = explain(viewer, query);
  return (
    <>
      {leftOut.length > 0 && (
        <Notice tone="wait" title={t("leftOut")}>
          <ul>
            {leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {understood.length > 0 && (
        <details className="ui-understood">
          <summary>{t("understood")}</summary>
          <ul>
            {understood.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
