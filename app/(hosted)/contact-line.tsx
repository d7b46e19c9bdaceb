import { Fragment, type ReactNode } from "react";
import { type ContactWay, contactWays } from "#lib/accounts/contact-ways";
import type { Sender } from "#lib/accounts/sender";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

/** How a business is reached, each way a press away; null where it tells of none. */
export function contactLine(sender: Sender, locale: Locale): ReactNode {
  const ways = contactWays(sender);
  if (ways.length === 0) return null;
  const links = ways.map((way, index) => (
    <Fragment key={way.text}>
      <Way way={way} />
      {index < ways.length - 1 && "\u00a0· "}
    </Fragment>
  ));
  return (
    <p>{translator(locale, "receipts").rich("contact", { name: sender.name, ways: () => <>{links}</> })}</p>
  );
}

function Way({ way: { text, href } }: { way: ContactWay }) {
  return href === null ? text : <a href={href}>{text}</a>;
}
