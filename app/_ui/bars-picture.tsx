"use client";

import type { MouseEvent } from "react";

/** One of several parts: `shown` is its value as people read it. */
export type Bar = { label: string; value: number; shown: string };

type BarsPictureProps = {
  /** What the picture is called, as a file. */
  name: string;
  label: string;
  bars: Bar[];
};

/** Keeps parts of a whole as a picture; the library that draws it comes when somebody asks. */
export function BarsPicture({ name, label, bars }: BarsPictureProps) {
  const keep = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const { keepBars } = await import("./chart-bars");
    keepBars(currentTarget, name, bars);
  };
  return (
    <button className="ui-link-button ui-needs-script" type="button" onClick={(event) => void keep(event)}>
      {label}
    </button>
  );
}
