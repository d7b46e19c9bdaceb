import { config } from "#lib/config";
import { createApi } from "./create-api.ts";
import { resources } from "./registry.ts";

/** Answers one request of the API (`/v1/…`), whatever it is: never throws, never leaves a request unanswered. */
export const handleApiRequest = createApi(resources, config().apiLimits);
