import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EmailText } from "../../app/_ui/email-text";

test("An email may go on below from its @, and other text stays as it is", () => {
  const shown = (text: string) => renderToStaticMarkup(createElement(EmailText, null, text));
  expect(shown("ada.de.villeneuve@mail.example")).toBe("ada.de.villeneuve<wbr/>@mail.example");
  expect(shown("Ada <Villeneuve>")).toBe("Ada &lt;Villeneuve&gt;");
});
