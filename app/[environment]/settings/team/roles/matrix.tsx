import type { Viewer } from "#lib/auth/viewer";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { explainStandings, standings } from "#lib/team/explain-roles";
import { standingName } from "../standing-name";

/** Every permission against every role, from the map that decides. It scrolls in its own frame. */
export function Matrix({ viewer }: { viewer: Viewer }) {
  const { locale, environment } = viewer;
  const t = translator(locale, "team");
  const groups = explainStandings(standings, environment.kind);
  return (
    <div className="ui-matrix" tabIndex={0} role="region" aria-label={t("matrix")}>
      <table>
        <caption>
          <span>{t(`matrixCaption.${environment.kind}`)}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("permission")}</th>
            {standings.map((standing) => (
              <th key={standing} scope="col">
                <a href={paths.role(viewer, standing)}>{standingName(standing, locale)}</a>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((rows) => (
          <MatrixGroup key={rows.group} rows={rows} locale={locale} />
        ))}
      </table>
    </div>
  );
}

type Rows = ReturnType<typeof explainStandings>[number];

function MatrixGroup({ rows: { group, permissions }, locale }: { rows: Rows; locale: Locale }) {
  const t = translator(locale, "permissions");
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={standings.length + 1}>
          {t(`group.${group}`)}
        </th>
      </tr>
      {permissions.map(({ permission, by }) => (
        <tr key={permission}>
          <th scope="row">{t(`may.${permission}`)}</th>
          {standings.map((standing) => (
            <td key={standing}>
              <Mark held={by.includes(standing)} locale={locale} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** Yes or no, also for who cannot see the mark. */
export function Mark({ held, locale }: { held: boolean; locale: Locale }) {
  const t = translator(locale, "team");
  return (
    <>
      <span aria-hidden="true" className={held ? undefined : "text-soft"}>
        {held ? "✓" : "–"}
      </span>
      <span className="sr-only">{held ? t("yes") : t("no")}</span>
    </>
  );
}
