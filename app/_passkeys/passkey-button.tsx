"use client";

import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { type MouseEvent, useState } from "react";

import { useScripts } from "../_ui/use-scripts";

type PasskeyButtonProps = {
  /** What the device is asked: to make a passkey, or to use one. */
  ask: { make: PublicKeyCredentialCreationOptionsJSON } | { use: PublicKeyCredentialRequestOptionsJSON };
  tone?: "primary" | "secondary";
  label: string;
  /** Said when the person chose none, or the device has none. */
  failed: string;
};

/** Asks the device for a passkey and sends the form around it with the answer. Hidden where scripts do not run. */
export function PasskeyButton({ ask, tone = "secondary", label, failed }: PasskeyButtonProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const isAwake = useScripts();
  const send = async ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    const field = form?.elements.namedItem("response");
    if (!form?.reportValidity() || !(field instanceof HTMLInputElement)) return;
    setProblem(null);
    try {
      field.value = JSON.stringify(await answerTo(ask));
      form.requestSubmit();
    } catch {
      setProblem(failed);
    }
  };
  return (
    <div className="ui-needs-script">
      <input type="hidden" name="response" />
      <button className="ui-button" data-tone={tone} type="button" disabled={!isAwake} onClick={send}>
        {label}
      </button>
      <p className="ui-error" role="status">
        {problem}
      </p>
    </div>
  );
}

function answerTo(ask: PasskeyButtonProps["ask"]) {
  return "make" in ask
    ? startRegistration({ optionsJSON: ask.make })
    : startAuthentication({ optionsJSON: ask.use });
}
