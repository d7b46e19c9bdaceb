// Comptoir without its request log, to measure what that costs.
import { shared } from "#db/shared";
import { beMeasured } from "./subject.ts";

/** Where the log keeps what it is about to write: here nothing stays. */
shared("request-log.queue", () => ({ waiting: Object.assign([], { push: () => 0 }), timer: null }));
await import("../server.ts");
beMeasured();
