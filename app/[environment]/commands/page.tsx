import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { actionsFor, type Destination, placesFor } from "#lib/pages/destinations";
import { goesBy } from "#lib/pages/goes-by";
import { paths } from "#lib/paths";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { FilteredList } from "../../_ui/filtered-list";
import { Page, PageHeader } from "../../_ui/page-header";
import { SearchField } from "../../_ui/search-field";
import { Keys } from "../../_ui/small";
import { destinationName } from "../_shell/destination-words";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Every page and action that the person may reach, by its name. The palette shows this list on any page. */
export default async function CommandsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "commands");
  const query = [(await searchParams).q ?? ""].flat()[0] ?? "";
  const groups = [
    { title: t("actions"), commands: actionsFor(viewer) },
    { title: t("pages"), commands: placesFor(viewer) },
  ];
  return (
    <Page>
      <PageHeader title={t("title")} />
      <FilteredList nothing={t("nothing")}>
        <form action={paths.commands(viewer)} role="search" aria-label={t("title")}>
          <SearchField label={t("filter")} placeholder={t("filter")} defaultValue={query} />
        </form>
        {groups.map(({ title, commands }) => (
          <Commands
            key={title}
            viewer={viewer}
            title={title}
            commands={commands.filter(fits(viewer, query))}
          />
        ))}
      </FilteredList>
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "commands")("title"));

function fits(viewer: Viewer, query: string) {
  return (command: Destination) => goesBy(destinationName(viewer, command), query);
}

function Commands({ viewer, title, commands }: { viewer: Viewer; title: string; commands: Destination[] }) {
  if (commands.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="ui-commands">
        {commands.map((command) => (
          <li key={command.name}>
            <a href={command.href}>{destinationName(viewer, command)}</a>
            {command.keys && <Keys keys={command.keys} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
