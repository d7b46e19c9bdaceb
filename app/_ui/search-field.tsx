import { Icon } from "./icon";

type SearchFieldProps = {
  label: string;
  placeholder?: string;
  name?: string;
  defaultValue?: string;
  /** The key that leads here from anywhere on the page. */
  shortcut?: string;
};

/** A field to search in; stands in a GET form. */
export function SearchField({ label, placeholder, name = "q", defaultValue, shortcut }: SearchFieldProps) {
  return (
    <label className="ui-search">
      <Icon name="search" />
      <input
        className="ui-input"
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={defaultValue}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        aria-keyshortcuts={shortcut}
        data-shortcut={shortcut}
      />
      {shortcut && <kbd className="ui-kbd ui-needs-script">{shortcut}</kbd>}
    </label>
  );
}
