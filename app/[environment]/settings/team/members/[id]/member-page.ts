import { notFound } from "next/navigation";
import type { Viewer } from "#lib/auth/viewer";
import { type TeamMember, teamMember } from "#lib/people/members";
import { pageViewer } from "../../../../../_server/page-viewer";

export type MemberPageProps = { params: Promise<{ environment: string; id: string }> };

/** The viewer of a page about a member, and the member. */
export async function memberOf({ params }: MemberPageProps): Promise<{ viewer: Viewer; member: TeamMember }> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, member: (await teamMember(viewer, id)) ?? notFound() };
}
