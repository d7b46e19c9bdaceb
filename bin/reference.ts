// Reads out of the official client's declarations what the OpenAPI document says of objects and of how calls are named:
// npx node bin/reference.ts, after an area got new endpoints or the client a new version.
import { writeFileSync } from "node:fs";
import { readClient } from "#tests/support/client/read-client";

const file = new URL("../lib/openapi/client.json", import.meta.url);
writeFileSync(file, await readClient());
