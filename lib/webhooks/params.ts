import type { z } from "zod";
import { bool, emptyable, listOf, metadata, oneOf, params, text } from "#lib/api/params";
import { requestedVersion } from "#lib/api/version";
import { invalid } from "#lib/errors";
import { type EndpointInput } from "./endpoint-input.ts";
import { eventTypes } from "./event-types.ts";

const enabledEvents = () => listOf(oneOf(["*", ...eventTypes]), eventTypes.length + 1);

const shape = {
  description: emptyable(text()).optional(),
  metadata: metadata().optional(),
};

export const createParams = params({
  ...shape,
  url: text(),
  enabled_events: enabledEvents(),
  api_version: text(100).optional(),
  connect: bool().optional(),
});

export const updateParams = params({
  ...shape,
  url: text().optional(),
  enabled_events: enabledEvents().optional(),
  disabled: bool().optional(),
});

type Given = z.output<typeof createParams> | z.output<typeof updateParams>;

/** The parameters as the core takes them. */
export function toInput({ url, enabled_events, description, metadata: patch }: Given): EndpointInput {
  if (enabled_events?.length === 0) {
    throw invalid("Choose at least one event.", { param: "enabled_events" });
  }
  return { url, enabledEvents: enabled_events, description, metadata: patch };
}

/** The version asked for, or an error that names the parameter. */
export function versionOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return requestedVersion(text);
  } catch {
    throw invalid(`Invalid API version: ${text}`, { param: "api_version" });
  }
}
