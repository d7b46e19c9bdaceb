import type { Viewer } from "#lib/auth/viewer";
import { revealableOn } from "#lib/discretion/reveal";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Notice } from "../_ui/notice";

/** Says above a page that it hides who it is about, and leads to where that is revealed. */
export function HiddenNotice({ viewer, page }: { viewer: Viewer; page: string }) {
  const subject = viewer.conceal && revealableOn(page);
  if (!subject) return null;
  const t = translator(viewer.locale, "discretion");
  return (
    <div className="mb-4">
      <Notice
        title={t("hidden")}
        action={<a href={paths.reveal(viewer, subject.kind, subject.id)}>{t("reveal")}</a>}
      />
    </div>
  );
}
