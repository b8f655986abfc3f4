import type { Initiative } from '../../programme/initiatives/initiative.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Ask, buttons, type Card, list, offering, text } from '../card.ts';
import { never } from '../understood.ts';
import { nameOfInitiative } from './initiative-facts.ts';

/** A number in the list of a 工程表, and what it has stood for: the one of today first. */
export type StoodFor = { readonly place: number; readonly among: readonly Initiative[] };

type About = { readonly municipality: Municipality; to(initiative: string): Ask };

/** Which one is meant by a number that has stood for several: by name. */
export function stoodForCard({ place, among }: StoodFor, { municipality, to }: About): Card {
  const open = among.filter(({ removed }) => !removed);
  const question = `${place}番の取組は、途中で変わっています。どれのことですか。`;
  return offering(
    '番号の確認',
    `${municipality.name}　${question}まだ何も書いていません。`,
    text(question, 'strong'),
    text(`${municipality.name}　まだ何も書いていません。`, 'quiet'),
    list(open.map((one) => ({ title: nameOfInitiative(one), ask: to(one.id) }))),
    among
      .filter(({ removed }) => removed)
      .map((one) => text(`「${nameOfInitiative(one)}」は、工程表から外されています。`, 'quiet')),
    buttons(never),
  );
}
