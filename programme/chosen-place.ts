import type { SpokenOf } from './acquaintance.ts';
import type { Member } from './member.ts';

/** So long what was last spoken of stays chosen. */
const MINUTES_CHOSEN = 30;
/** So long a report about it needs no question, where it was said in words; after as long it is kept anew. */
const MINUTES_SURE = 10;
const MINUTE_MS = 60_000;

/** The municipality (団体コード) that is meant where none is named. */
export type ChosenPlace = Pick<SpokenOf, 'municipality' | 'said'> & { readonly minutes: number };

/** Only an expert who serves several has something to choose; who serves one no longer has it chosen. */
const hasChoice = ({ role, municipalities }: Member): boolean => role === 'expert' && municipalities.length > 1;

/** What this person last spoke of, while it stays chosen and is theirs. */
export function chosenPlace(last: SpokenOf | undefined, who: Member, now: Date): ChosenPlace | undefined {
  if (!last || last.member !== who.id || !hasChoice(who) || !who.municipalities.includes(last.municipality))
    return undefined;
  const minutes = (now.getTime() - Date.parse(last.at)) / MINUTE_MS;
  const { municipality, said } = last;
  return minutes >= 0 && minutes <= MINUTES_CHOSEN ? { municipality, said, minutes } : undefined;
}

/** Whether a report about it is written without asking. */
export const isSure = ({ said, minutes }: ChosenPlace): boolean => said && minutes <= MINUTES_SURE;

/**
 * What is to be kept after a municipality was named; undefined where that is kept already. One that is chosen stays as
 * it was said when a button for it is pressed.
 */
export function placeToKeep(
  named: unknown,
  who: Member,
  chosen: ChosenPlace | undefined,
  { now, pressed }: { readonly now: Date; readonly pressed: boolean },
): SpokenOf | undefined {
  if (!hasChoice(who) || typeof named !== 'string' || !who.municipalities.includes(named)) return undefined;
  const isSame = chosen?.municipality === named;
  const said = !pressed || (isSame && chosen.said);
  if (isSame && chosen.minutes <= MINUTES_SURE && chosen.said === said) return undefined;
  return { member: who.id, municipality: named, at: now.toISOString(), said };
}
