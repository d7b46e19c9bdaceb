import { IconButton } from "./icon-button";

type Item = { key: string; name: string };

type ArrangeProps = {
  /** In their order. */
  chosen: Item[];
  others: Item[];
  /** The address of the page with another choice. */
  hrefOf: (keys: string[]) => string;
  words: {
    chosen: string;
    others: string;
    none: string;
    up: (name: string) => string;
    down: (name: string) => string;
    remove: (name: string) => string;
    add: (name: string) => string;
  };
};

/** Some of many, in an order of one's own; each step is a link, so that keys and no scripts are enough. */
export function Arrange({ chosen, others, hrefOf, words }: ArrangeProps) {
  const keys = chosen.map(({ key }) => key);
  return (
    <>
      <section>
        <h2>{words.chosen}</h2>
        {chosen.length === 0 && <p className="text-soft">{words.none}</p>}
        <ol className="ui-arrange">
          {chosen.map(({ key, name }, index) => {
            const without = keys.toSpliced(index, 1);
            const movedTo = (to: number) => hrefOf(without.toSpliced(to, 0, key));
            return (
              <li key={key}>
                <span>{name}</span>
                {index > 0 && (
                  <IconButton icon="chevron-up" label={words.up(name)} href={movedTo(index - 1)} />
                )}
                {index < chosen.length - 1 && (
                  <IconButton icon="chevron-down" label={words.down(name)} href={movedTo(index + 1)} />
                )}
                <IconButton icon="x" label={words.remove(name)} href={hrefOf(without)} />
              </li>
            );
          })}
        </ol>
      </section>
      {others.length > 0 && (
        <section>
          <h2>{words.others}</h2>
          <ul className="ui-arrange">
            {others.map(({ key, name }) => (
              <li key={key}>
                <span>{name}</span>
                <IconButton icon="plus" label={words.add(name)} href={hrefOf([...keys, key])} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
