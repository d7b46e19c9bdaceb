import { redirect } from "next/navigation";
import { may } from "#lib/auth/permissions";
import { paths } from "#lib/paths";
import { type EnvironmentPageProps, pageViewer } from "../_server/page-viewer";

/** Leads to the first page this role may enter. */
export default async function EnvironmentPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  redirect(may(viewer, "payments:read") ? paths.transactions(viewer) : paths.settings(viewer));
}
