import { shared } from "#db/shared";

/** The dispatcher of this process, if it has one, listens here. */
export const bell = shared("webhooks.bell", () => ({
  listens: false,
  ring: (_environmentId: number, _endpointId: string) => {},
}));
