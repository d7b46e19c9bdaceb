/**
 * One instance a process, however often a module is loaded: the server and Next's bundles each have their
 * own copy of every module, but there may be only one writer, one cache, one ambient transaction.
 */
export function shared<T>(name: string, make: () => T): T {
  const key = Symbol.for(`comptoir.${name}`);
  const slots: { [slot: symbol]: T | undefined } = globalThis;
  return (slots[key] ??= make());
}
