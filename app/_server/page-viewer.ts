import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { viewerForMember } from "#lib/auth/viewer-for-member";
import { viewerOn } from "#lib/discretion/reveal";
import { pathHeader, requestFacts } from "./request-facts";
import { requireSignedIn } from "./signed-in";

/** What Next gives a page under `/[environment]/`. */
export type EnvironmentPageProps = { params: Promise<{ environment: string }> };

/**
 * The viewer of a page under `/[environment]/`, made once a request. Who is not signed in is led to do so; who is
 * not a member finds nothing there.
 */
export const pageViewer = cache(async (slug: string): Promise<Viewer> => {
  const { person, session } = await requireSignedIn();
  const from = await headers();
  const viewer = await viewerForMember({
    person,
    slug,
    request: requestFacts(from),
    provedAt: session.provedAt,
    acceptLanguage: from.get("accept-language"),
  });
  if (!viewer) return notFound();
  const page = (from.get(pathHeader) ?? "").split("/").slice(2).join("/");
  return viewerOn(viewer, page);
});
