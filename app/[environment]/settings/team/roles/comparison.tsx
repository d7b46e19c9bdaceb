import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import {
  type ExplainedPermission,
  explainStandings,
  type Standing,
  standings,
} from "#lib/team/explain-roles";
import { Button } from "../../../../_ui/button";
import { SelectField } from "../../../../_ui/choice-field";
import { type Column, Table } from "../../../../_ui/table";
import { standingName } from "../standing-name";
import { Mark } from "./matrix";

type Chosen = { one: Standing | undefined; other: Standing | undefined };

/** Chooses the two to compare. */
export function CompareForm({ viewer, one, other }: Chosen & { viewer: Viewer }) {
  const t = translator(viewer.locale, "team");
  const options = standings.map((value) => ({ value, label: standingName(value, viewer.locale) }));
  return (
    <form className="mb-4 flex flex-wrap items-end gap-3" action={paths.roles(viewer)}>
      <SelectField name="one" label={t("compareOne")} defaultValue={one ?? "analyst"} options={options} />
      <SelectField
        name="other"
        label={t("compareOther")}
        defaultValue={other ?? "view_only"}
        options={options}
      />
      <Button>{t("compareSubmit")}</Button>
    </form>
  );
}

/** What only one of the two may do. */
export function Comparison({ viewer, one, other }: { viewer: Viewer; one: Standing; other: Standing }) {
  const t = translator(viewer.locale, "team");
  const different = explainStandings([one, other], viewer.environment.kind)
    .flatMap(({ permissions }) => permissions)
    .filter(({ by }) => by.includes(one) !== by.includes(other));
  if (different.length === 0) return <p>{t("compareSame")}</p>;
  return (
    <>
      <p className="text-soft">{t("compareCaption")}</p>
      <Table
        caption={t("compareCaption")}
        columns={columnsFor(viewer, one, other)}
        rows={different}
        rowKey={({ permission }) => permission}
      />
    </>
  );
}

function columnsFor({ locale }: Viewer, one: Standing, other: Standing): Column<ExplainedPermission>[] {
  const t = translator(locale, "permissions");
  const held = (key: string, standing: Standing): Column<ExplainedPermission> => ({
    key,
    label: standingName(standing, locale),
    cell: ({ by }) => <Mark held={by.includes(standing)} locale={locale} />,
  });
  return [
    {
      key: "permission",
      label: translator(locale, "team")("permission"),
      card: "title",
      cell: ({ permission }) => t(`may.${permission}`),
    },
    held("one", one),
    held("other", other),
  ];
}
