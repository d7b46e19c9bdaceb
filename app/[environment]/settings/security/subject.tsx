import { readSubject } from "#lib/approvals/limit-subject";
import type { Names } from "#lib/audit/names";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";
import { teamMember } from "#lib/people/members";
import { findPasted } from "#lib/search/find-pasted";

type SubjectProps = { id: string; names: Names };

/** What something was done to: by its name, where it has one. */
export function Subject({ id, names }: SubjectProps) {
  return names.get(id) ?? <code className="break-all">{id}</code>;
}

/** The same with its id, and with the way to it where the viewer may go there. */
export async function LinkedSubject({ viewer, id, names }: SubjectProps & { viewer: Viewer }) {
  const path = await pathOf(viewer, id);
  const subject = <Subject id={id} names={names} />;
  return (
    <>
      {path ? <a href={path}>{subject}</a> : subject}
      {names.has(id) && !readSubject(id) && (
        <>
          {" "}
          <code className="break-all text-soft">{id}</code>
        </>
      )}
    </>
  );
}

async function pathOf(viewer: Viewer, id: string): Promise<string | null> {
  if (readSubject(id)) return may(viewer, "limits:write") ? paths.refundLimit(viewer, id) : null;
  if (!id.startsWith("per_")) return findPasted(viewer, id);
  const member = may(viewer, "members:read") ? await teamMember(viewer, id) : undefined;
  return member ? paths.member(viewer, id) : null;
}
