import { expect, test } from "vitest";
import { goesBy } from "#lib/pages/goes-by";

test.each([
  ["Clés d’API", "cles d'api", true],
  ["Clés d’API", "api clé", true],
  ["Événements", "EVENE", true],
  ["Approvisionnements", "vision", true],
  ["Modifier la vue d’ensemble", "d’ens", true],
  ["Refunds", "", true],
  ["Refunds", "refund limits", false],
])("%s, for %s: %s", (name, typed, goes) => {
  expect(goesBy(name, typed)).toBe(goes);
});
