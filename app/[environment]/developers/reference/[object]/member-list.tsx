import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { limitsOf } from "#lib/reference/limits";
import { aboutMember } from "#lib/reference/about-member";
import { kindsIn } from "#lib/reference/notation";
import { hasReference, type Member } from "#lib/reference/resource-reference";
import { Disclosure } from "../../../../_ui/disclosure";
import { DescriptionList } from "../../../../_ui/description-list";
import { CodeView } from "../../../../_ui/json-view";

type MemberProps = { viewer: Viewer; member: Member };

/** Parameters or fields: what each may be, a long answer folded away. */
export function MemberList({ viewer, members }: { viewer: Viewer; members: Member[] }) {
  return (
    <DescriptionList
      values="text"
      items={members.map((member) => ({
        term: member.name,
        value: <What viewer={viewer} member={member} />,
      }))}
    />
  );
}

function What({ viewer, member }: MemberProps) {
  const { name, type } = member;
  const t = translator(viewer.locale, "reference");
  if (type.length <= 70 && !type.includes("\n")) {
    return (
      <>
        <code>{type}</code> <Remarks viewer={viewer} member={member} />
      </>
    );
  }
  const summary = type.includes("\n") ? t("members", { name }) : t("choices", { name });
  return (
    <>
      <Remarks viewer={viewer} member={member} />
      <Disclosure summary={summary}>
        <CodeView label={summary}>{type}</CodeView>
      </Disclosure>
    </>
  );
}

function Remarks({ viewer, member }: MemberProps) {
  const t = translator(viewer.locale, "reference");
  const { maxLength, maxItems, minimum, maximum, otherwise } = limitsOf(member.schema);
  const said = [
    aboutMember(viewer.locale, member),
    member.isRequired && t("required"),
    member.isRetrievable && t("retrievable"),
    maxLength !== undefined && t("characters", { max: maxLength }),
    maxItems !== undefined && t("items", { max: maxItems }),
    minimum !== undefined && t("least", { min: minimum }),
    maximum !== undefined && t("most", { max: maximum }),
    otherwise !== undefined && t("otherwise", { value: otherwise }),
  ].filter((sentence) => sentence !== false && sentence !== undefined);
  const kinds = kindsIn(member.schema).filter(hasReference);
  return (
    <span className="text-soft">
      {said.join(" ")}{" "}
      {kinds.length > 0 &&
        t.rich("see", {
          objects: () =>
            kinds.map((kind, index) => <KindLink key={kind} viewer={viewer} kind={kind} index={index} />),
        })}
    </span>
  );
}

function KindLink({ viewer, kind, index }: { viewer: Viewer; kind: string; index: number }) {
  return (
    <>
      {index > 0 && ", "}
      <a href={paths.objectReference(viewer, kind)}>{kind}</a>
    </>
  );
}
