import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { keysOfGone } from "#lib/keys/keys-of-gone";
import { paths } from "#lib/paths";
import { Notice } from "../../../_ui/notice";

/** Lists the keys that somebody made who is gone, until each is rolled. */
export async function GoneNotice({ viewer }: { viewer: Viewer }) {
  const keys = await keysOfGone(viewer);
  if (keys.length === 0) return null;
  const t = translator(viewer.locale, "settings");
  return (
    <Notice tone="wait" title={t("keys.gone", { count: keys.length })}>
      <p>{t("keys.goneText")}</p>
      <ul>
        {keys.map(({ id, name, maker }) => (
          <li key={id}>
            <a href={paths.rollKey(viewer, id)}>{t("keys.goneKey", { name, maker })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
