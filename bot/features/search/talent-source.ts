import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { currentTalent, engagementNames, type TalentProfile } from '../../../programme/talent/talent-profile.ts';
import { currentTraining, type Training, trainingLevelNames } from '../../../programme/talent/training.ts';
import { talentProfilesIn, trainingsIn } from '../talent/read-talent.ts';
import type { Hit, SearchSource } from './source.ts';

/** 育成・研修計画 row by row, and the 要件書 of the talents a municipality looks for. */
export const talentSource: SearchSource = {
  needs: 'view',
  async find(towns, { store, programme: { fiscalYear } }) {
    const names = new Map(towns.map(({ code, name }) => [code, name]));
    const [trainings, profiles] = await Promise.all([
      trainingsIn(store, fiscalYear),
      talentProfilesIn(store, fiscalYear),
    ]);
    return [
      ...trainings.map((one) => trainingHit(one, names.get(one.municipality))),
      ...profiles.map((one) => profileHit(one, names.get(one.municipality))),
    ].filter(({ town }) => town !== undefined);
  },
};

const writtenOn = ({ versions }: Pick<Training | TalentProfile, 'versions'>) =>
  dayOf(new Date(versions.at(-1)?.at ?? 0));

function trainingHit(one: Training, town: string | undefined): Hit {
  const { level, target, when } = currentTraining(one);
  return {
    ...{ kind: '研修計画', title: target, town, day: writtenOn(one), texts: [trainingLevelNames[level], when] },
    open: ask('show-talent', { municipality: one.municipality, training: one.id }),
  };
}

function profileHit(one: TalentProfile, town: string | undefined): Hit {
  const { role, skills, engagement, days, recruiting, when } = currentTalent(one);
  return {
    ...{ kind: '要件書', title: role, town, day: writtenOn(one) },
    texts: [skills, engagementNames[engagement], days, recruiting, when],
    open: ask('show-talent', { municipality: one.municipality, talent: one.id }),
  };
}
