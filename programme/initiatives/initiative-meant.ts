import { currentInitiative, type Initiative } from './initiative.ts';

const NUMBER = /^(?:no\.?|第)?(\d{1,2})(?:番目?|件目|つ目)?$/i;
const plain = (said: string): string =>
  said
    .normalize('NFKC')
    .replace(/[\s「」]/g, '')
    .toLowerCase();

/** Those a person may mean: by id, by its place in the list (from 1), by name or by a part of one. */
export function initiativesMeant(said: string, open: readonly Initiative[]): readonly Initiative[] {
  const byId = open.filter(({ id }) => id === said);
  if (byId.length > 0) return byId;
  const number = NUMBER.exec(plain(said))?.[1];
  if (number !== undefined) return open.slice(Number(number) - 1, Number(number)).filter(() => Number(number) > 0);
  const named = (fits: (name: string) => boolean) =>
    open.filter((one) => fits(plain(currentInitiative(one).content.name)));
  const whole = named((name) => name === plain(said));
  return whole.length > 0 ? whole : named((name) => plain(said) !== '' && name.includes(plain(said)));
}
