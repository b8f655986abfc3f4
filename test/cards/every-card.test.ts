import { samples } from '../../cards/samples.ts';
import { vocabulary } from '../../cards/vocabulary.ts';
import { read, sourcesIn } from '../sources.ts';

describe('every card', () => {
  const isSamples = (file: string) => /(^|[/-])samples\.ts$/.test(file);
  const sources = sourcesIn('cards').filter((file) => !file.endsWith('.test.ts'));
  const columnOf = (file: string) => file.split('/').slice(1, -1).join('/');
  /** What a file exports that makes a card, by its name or by its type; the language of cards makes none itself. */
  const cardsIn = (file: string) =>
    file === 'cards/card.ts'
      ? []
      : [...read(file).matchAll(/^export (?:const|function) (\w+)((?:.*\n(?!\n|export))*)/gm)]
          .filter(([, name, rest]) => /Card$/.test(name ?? '') || /\): Card( \{| =>)/.test(rest ?? ''))
          .map(([, name]) => name ?? '');
  /** Without its imports: what is only imported is not drawn. */
  const drawn = new Map(sources.filter(isSamples).map((file) => [file, read(file).replace(/^import[^;]*;$/gm, '')]));

  it('is drawn by a sample of its column, or of those that stand at the top', () => {
    const all = sources
      .filter((file) => !isSamples(file))
      .flatMap((file) => cardsIn(file).map((name) => ({ file, name })));
    expect(all.length).toBeGreaterThan(80);
    const missing = all.filter(
      ({ file, name }) =>
        ![...drawn].some(
          ([from, text]) =>
            (columnOf(file) === '' || columnOf(from) === columnOf(file)) && new RegExp(`\\b${name}\\(`).test(text),
        ),
    );
    expect(missing).toEqual([]);
  });

  it('has samples that are in the one list, each by a name of its own', () => {
    const named = [...drawn.values()].flatMap((text) => [...text.matchAll(/^ {2}'?([\w-]+)'?: \(\) =>/gm)]);
    const names = [...named.map(([, name]) => name ?? ''), ...Object.keys(vocabulary)];
    expect(names.toSorted()).toEqual(Object.keys(samples).toSorted());
  });
});
