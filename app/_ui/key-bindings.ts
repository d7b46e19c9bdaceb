/** What keys do on every page. */
export type KeyBindings = {
  /** Whether they do anything: a person may turn them off. */
  state: "on" | "off";
  /** Where "g" and another key lead. */
  goTo: Record<string, string>;
  /** The pages that are shown over this one: the list of keys, and every page and action. */
  keyboard: string;
  commands: string;
};
