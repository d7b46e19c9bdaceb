import { Fragment } from "react";

/** Text that is an email, or may be one: where there is no room for it on one line, it goes on below from its "@". */
export function EmailText({ children }: { children: string }) {
  return children.split(/(?=@)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
