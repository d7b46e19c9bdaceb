"use client";

import { type ReactNode, useEffect, useRef } from "react";

import { filterWhileTyping } from "./filter-while-typing";

/** A list under a search field, narrowed while one types; without scripts the field's form does it. */
export function FilteredList({ nothing, children }: { nothing: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.current) filterWhileTyping(list.current);
  }, []);
  return (
    <div className="ui-filtered" data-part="commands" ref={list}>
      {children}
      <p className="text-soft" data-nothing="" role="status" hidden>
        {nothing}
      </p>
    </div>
  );
}
