import type { IconName } from "./icon-names";
import sprite from "./icons.svg";

const address: string = sprite.src;

/** A 16 px line icon, silent for screen readers: the words beside it, or its button's label, say the thing. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ui-icon" aria-hidden="true">
      <use href={`${address}#${name}`} />
    </svg>
  );
}
