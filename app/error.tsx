"use client";

import { useSyncExternalStore } from "react";

import en from "../lib/messages/en/problem.json";
import fr from "../lib/messages/fr/problem.json";
import { ButtonLink } from "./_ui/button";
import { PlainPage } from "./_ui/plain-page";

// messages: problem.*

/** Stands where a page failed. An error page knows nothing but the language the page was in. */
export default function PageFailed({ error }: { error: Error & { digest?: string } }) {
  const language = useSyncExternalStore(
    () => () => {},
    () => document.documentElement.lang,
    () => "en",
  );
  const messages = language === "fr" ? fr : en;
  return (
    <PlainPage title={messages.failed} foot={error.digest}>
      <p>{messages.failedWhy}</p>
      <div className="ui-actions">
        <ButtonLink tone="primary" href="">
          {messages.tryAgain}
        </ButtonLink>
        <ButtonLink href="/">{messages.goHome}</ButtonLink>
      </div>
    </PlainPage>
  );
}
