import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SearchField } from "../../app/_ui/search-field";

test("a phone's keyboard leaves what is searched for as it is typed", () => {
  const field = renderToStaticMarkup(createElement(SearchField, { label: "Search" }));
  for (const said of ['autoCapitalize="none"', 'autoCorrect="off"', 'spellCheck="false"'])
    expect(field.toLowerCase()).toContain(said.toLowerCase());
});
