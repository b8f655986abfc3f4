import { dayOf } from '../../../programme/day.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { currentTalent, type TalentProfile } from '../../../programme/talent/talent-profile.ts';
import { currentTraining, trainingTotals } from '../../../programme/talent/training.ts';
import { knownMunicipality, supportedMunicipalities } from '../../../storage/municipalities.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { talentProfilesIn, trainingsIn } from './read-talent.ts';

/** 要件書 of a municipality as a Word file: all of them, or these. */
export async function talentProfileFile(
  town: Municipality,
  { store, programme, now }: Making,
  only?: readonly TalentProfile[],
): Promise<Uint8Array | undefined> {
  const profiles = only ?? (await talentProfilesIn(store, programme.fiscalYear, town.code));
  if (profiles.length === 0) return undefined;
  const { talentProfileDocx } = await import('../../../documents/talent/talent-profile-docx.ts');
  return talentProfileDocx({ town: town.name, day: dayOf(now), profiles: profiles.map(currentTalent) });
}

/** 育成・研修計画 of a municipality as a Word file. */
export async function trainingPlanFile(
  town: Municipality,
  { store, programme, now }: Making,
): Promise<Uint8Array | undefined> {
  const { fiscalYear } = programme;
  const trainings = await trainingsIn(store, fiscalYear, town.code);
  if (trainings.length === 0) return undefined;
  const { trainingPlanDocx } = await import('../../../documents/talent/training-plan-docx.ts');
  const rows = trainings.map(currentTraining);
  return trainingPlanDocx({ town: town.name, fiscalYear, day: dayOf(now), rows, totals: trainingTotals(trainings) });
}

const ofTowns = (
  make: (town: Municipality, from: Making) => Promise<Uint8Array | undefined>,
): Pick<HandedOut, 'ending' | 'make' | 'pick' | 'list'> => ({
  ending: '.docx',
  async make(id, from) {
    const town = await knownMunicipality(from.store, id);
    return town?.supported ? make(town, from) : undefined;
  },
  pick: async ({ municipality }) => municipality,
  list: async ({ store }) => (await supportedMunicipalities(store)).map(({ code, name }) => [code, name] as const),
});

export const talentProfileDocument: HandedOut = {
  name: '要件書',
  called: '外部デジタル人材の要件書',
  ...ofTowns(talentProfileFile),
};

export const trainingPlanDocument: HandedOut = {
  name: '育成・研修計画',
  called: '育成・研修計画',
  ...ofTowns(trainingPlanFile),
};
