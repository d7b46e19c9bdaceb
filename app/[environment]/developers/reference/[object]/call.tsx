import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { translator } from "#lib/i18n/translator";
import { examplesOf } from "#lib/reference/examples";
import type { CallReference } from "#lib/reference/resource-reference";
import { DescriptionList } from "../../../../_ui/description-list";
import { Disclosure } from "../../../../_ui/disclosure";
import { CodeView } from "../../../../_ui/json-view";
import { Section } from "../../../../_ui/section";
import { MemberList } from "./member-list";

type CallProps = { viewer: Viewer; call: CallReference };

/** One call: who may make it, what it takes and answers, and how it is made. */
export function Call({ viewer, call }: CallProps) {
  const { anchor, endpoint, parameters } = call;
  const t = translator(viewer.locale, "reference");
  const spoken = `${endpoint.method} ${endpoint.path}`;
  const { curl, node } = examplesOf(endpoint, {
    url: config().publicUrl,
    accountId: viewer.environment.accountId,
  });
  return (
    <Section title={<code className="wrap-anywhere">{spoken}</code>} id={anchor}>
      <div className="grid gap-3">
        <Facts viewer={viewer} call={call} />
        {parameters.length === 0 ? (
          <p className="text-soft">{t("noParameters")}</p>
        ) : (
          <Disclosure summary={t("parameters", { count: parameters.length })}>
            <MemberList viewer={viewer} members={parameters} />
          </Disclosure>
        )}
        <CodeView label={t("curl", { call: spoken })}>{curl}</CodeView>
        <CodeView label={t("node", { call: spoken })}>{node}</CodeView>
      </div>
    </Section>
  );
}

function Facts({ viewer, call }: CallProps) {
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
