import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { CallReference } from "#lib/reference/resource-reference";
import { DescriptionList } from "../../../../../_ui/description-list";

/** Who may make a call, how the official client names it, and what it answers. */
export function CallFacts({ viewer, call }: { viewer: Viewer; call: CallReference }) {
  const t = translator(viewer.locale, "reference");
  const may = translator(viewer.locale, "permissions")(`may.${call.permission}`);
  const { kind, isList } = call.answer;
  return (
    <DescriptionList
      items={[
        { term: t("permission"), value: call.endpoint.publishable ? `${may}. ${t("publishable")}` : may },
        { term: t("client"), value: call.method && <code>{call.method}</code> },
        {
          term: t("answer"),
          value: isList ? t.rich("listOf", { object: () => <code>{kind}</code> }) : <code>{kind}</code>,
        },
      ]}
    />
  );
}
