import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type ExampleKind, examplesOf } from "#lib/reference/examples";
import type { CallReference } from "#lib/reference/resource-reference";
import { CopyableCode } from "../../../../../_ui/json-view";
import { Section } from "../../../../../_ui/section";
import { Tabs } from "../../../../../_ui/tabs";

type CallExamplesProps = { viewer: Viewer; object: string; call: CallReference; kind: ExampleKind };

/** How a call is made, in one way and with the way to the others. */
export function CallExamples({ viewer, object, call, kind }: CallExamplesProps) {
  const t = translator(viewer.locale, "reference");
  const common = translator(viewer.locale, "common");
  const { endpoint, anchor } = call;
  const examples = examplesOf(endpoint, {
    url: config().publicUrl,
    accountId: viewer.environment.accountId,
  });
  const text = examples[kind];
  const address = paths.callReference(viewer, object, anchor);
  return (
    <Section title={t("example")}>
      <Tabs
        label={t("examplesIn")}
        tabs={exampleKinds.map((each) => ({
          label: t(`in.${each}`),
          href: `${address}?${new URLSearchParams({ in: each })}`,
          current: each === kind,
        }))}
      />
      {text === undefined ? (
        <p className="text-soft">{t("noExample")}</p>
      ) : (
        <CopyableCode
          label={t("exampleOf", { call: `${endpoint.method} ${endpoint.path}`, language: t(`in.${kind}`) })}
          text={text}
          copy={common("copy")}
          copied={common("copied")}
        />
      )}
    </Section>
  );
}

/** The way an address asks for; curl where it asks for none there is. */
export function exampleKindOf(asked: string | string[] | undefined): ExampleKind {
  return exampleKinds.find((each) => each === asked) ?? "curl";
}

const exampleKinds = ["curl", "node", "python", "cli"] as const satisfies ExampleKind[];
