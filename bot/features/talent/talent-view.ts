import type { TalentView } from '../../../cards/talent/talent.ts';
import { may } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { TalentProfile } from '../../../programme/talent/talent-profile.ts';
import type { Training } from '../../../programme/talent/training.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import type { MunicipalStart } from '../../turn.ts';
import { talentProfilesIn, trainingsIn } from './read-talent.ts';

/** 人材 of a municipality in the programme's year. @throws Refusal for one that takes no part */
export async function talentView(turn: MunicipalStart): Promise<TalentView> {
  const { municipality, programme, store, who, room } = turn;
  if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
  const { fiscalYear } = programme;
  const [trainings, profiles] = await Promise.all([
    trainingsIn(store, fiscalYear, municipality.code),
    talentProfilesIn(store, fiscalYear, municipality.code),
  ]);
  const mayWrite = room.audience === undefined && may(who, 'report', municipality.code);
  return { municipality, fiscalYear, trainings, profiles, mayWrite };
}

type Found = { readonly municipality: string; readonly removed?: unknown };
const own = <T extends Found>(found: T | undefined, { municipality }: MunicipalStart, removedToo: boolean): T => {
  const isThere = found?.municipality === municipality.code && (removedToo || found.removed === undefined);
  if (!found || !isThere) throw Refusal.because('old-card');
  return found;
};

/** The row of a card. @throws Refusal where it is not there any more, or of another municipality */
export const trainingAt = async (id: string, turn: MunicipalStart, removedToo = false): Promise<Training> =>
  own((await turn.store.trainings.get(PROGRAMME, id))?.value, turn, removedToo);

/** The 要件書 of a card, likewise. */
export const talentProfileAt = async (id: string, turn: MunicipalStart, removedToo = false): Promise<TalentProfile> =>
  own((await turn.store.talentProfiles.get(PROGRAMME, id))?.value, turn, removedToo);
