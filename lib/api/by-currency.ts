import { type Currency, isCurrency } from "#lib/currencies";
import { invalid } from "#lib/errors";

/**
 * A hash of options by currency, which may be written in either case, as the core takes it: by lower-case currency.
 * Throws for what is no currency, named as the parameter `paramOf` says.
 */
export function byCurrency<Given, Option>(
  given: Record<string, Given>,
  paramOf: (name: string) => string,
  toOption: (given: Given, param: string) => Option,
): Record<string, Option> {
  const options = Object.entries(given).map(([name, option]): [Currency, Option] => {
    const param = paramOf(name);
    const code = name.toLowerCase();
    if (!isCurrency(code)) throw invalid(`Invalid currency: ${name}`, { param });
    return [code, toOption(option, param)];
  });
  return Object.fromEntries(options);
}
