"use client";

import { type ReactNode, useEffect, useState } from "react";

type LiveTotalsProps = {
  /** Where they are asked for. */
  address: string;
  /** Until they are there, and without scripts: the link that asks for them. */
  children: ReactNode;
};

/** What a list comes to, as soon as it is added up: the list does not wait for it. */
export function LiveTotals({ address, children }: LiveTotalsProps) {
  const [told, setTold] = useState<{ address: string; words: string } | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    void ask(address, asking.signal, (words) => setTold({ address, words }));
    return () => asking.abort();
  }, [address]);
  return <span role="status">{told?.address === address ? told.words : children}</span>;
}

async function ask(address: string, signal: AbortSignal, tell: (words: string) => void): Promise<void> {
  try {
    const answer = await fetch(address, { signal });
    // Whoever is no longer signed in is led elsewhere.
    if (answer.ok && !answer.redirected) tell(await answer.text());
  } catch {
    // Gone to another page, or offline: the link still asks.
  }
}
