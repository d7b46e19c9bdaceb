/* The API, the job runner and the dispatcher of webhooks in a process of their own, so that a test can kill it. Prints its port. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { handleApiRequest } from "#lib/api/server";
import { startJobs } from "#lib/jobs/runner";
import { startDispatcher } from "#lib/webhooks/dispatcher";
import "#lib/jobs/all";

const server = createServer((request, response) => void handleApiRequest(request, response));
server.listen(0, "127.0.0.1", () => {
  startJobs();
  startDispatcher();
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${port}\n`);
});
