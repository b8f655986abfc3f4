import type { Municipality } from '../programme/municipality.ts';
import { type Ask, buttons, type Card, text } from './card.ts';

/** Other places that are offered beside the one that was taken. */
const OFFERED = 4;

/** The place that was taken because it was last spoken of, and the others that may have been meant. */
export type TakenPlace = {
  readonly town: Municipality;
  readonly others: readonly Municipality[];
  /** What was asked, with the place it is about. */
  askAbout(code: string): Ask;
};

/** Says of which place this is, above what came of it. @param isWritten a report: it is taken back, and not made twice */
export function inChosenPlace(card: Card, taken: TakenPlace, isWritten: boolean): Card {
  const { name } = taken.town;
  const note = isWritten
    ? `直前に話していた${name}の報告として記録しました。違うときは「取消」のあと、市町村名を付けて送ってください。`
    : `直前に話していた${name}のことです。`;
  return { ...card, body: [text(note, 'quiet'), ...card.body, ...(isWritten ? [] : otherPlaces(taken))] };
}

/** The same question about another place. */
export function otherPlaces({ others, askAbout }: TakenPlace) {
  const all = others.slice(0, OFFERED).map(({ code, name }) => ({ label: `${name}のこと`, ask: askAbout(code) }));
  return all.length > 0 ? [buttons(...all)] : [];
}
