import { hour } from "#lib/clock";
import { every, on } from "#lib/jobs/jobs";
import { dropDeliveries } from "./drop-deliveries.ts";
import { pruneDeliveries } from "./prune.ts";
import { replayBatch } from "./replay-events.ts";
import { retryDeliveries } from "./retry-deliveries.ts";

on("webhooks.retry", retryDeliveries);
on("webhooks.drop", dropDeliveries);
on("webhooks.replay", replayBatch);
every("webhooks.prune", hour, pruneDeliveries);
