import { currentInitiative, type Initiative } from './initiative.ts';

/** A place in the list of a 工程表: 1, 2番, 第3, 4件目. */
const PLACE_SAID = /^(?:no\.?|第)?(\d{1,2})(?:番目?|件目|つ目)?$/i;

const plain = (said: string): string =>
  said
    .normalize('NFKC')
    .replace(/[\s「」]/g, '')
    .toLowerCase();

/** The place in the list that is said, from 1. */
export const rowSaid = (said: string): number | undefined => {
  const [, number] = PLACE_SAID.exec(plain(said)) ?? [];
  return number === undefined ? undefined : Number(number);
};

/** Those a person may mean: by id, by its place in the list (from 1), by name or by a part of one. */
export function initiativesMeant(said: string, open: readonly Initiative[]): readonly Initiative[] {
  const byId = open.filter(({ id }) => id === said);
  if (byId.length > 0) return byId;
  const place = rowSaid(said);
  if (place !== undefined) return place > 0 ? open.slice(place - 1, place) : [];
  const named = (fits: (name: string) => boolean) =>
    open.filter((one) => fits(plain(currentInitiative(one).content.name)));
  const whole = named((name) => name === plain(said));
  return whole.length > 0 ? whole : named((name) => plain(said) !== '' && name.includes(plain(said)));
}
