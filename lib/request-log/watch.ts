import { shared } from "#db/shared";
import type { AnsweredRequest } from "./entry.ts";

type Watcher = (request: AnsweredRequest) => void;

const watchers = shared("request-log.watchers", () => new Map<number, Set<Watcher>>());

/** Hears of every call of an environment that this process answers, until the returned function is called. */
export function watchRequests(environmentId: number, watcher: Watcher): () => void {
  const mine = watchers.get(environmentId) ?? new Set();
  watchers.set(environmentId, mine.add(watcher));
  return () => {
    mine.delete(watcher);
    if (mine.size === 0) watchers.delete(environmentId);
  };
}

/** Tells those who watch the environment of a call. */
export function tellWatchers(request: AnsweredRequest): void {
  for (const watcher of watchers.get(request.environmentId) ?? []) watcher(request);
}
