/** The version of the API whose objects these are: the one the official client in our tests is pinned to. */
export const apiVersion = "2026-10-28.endive";
