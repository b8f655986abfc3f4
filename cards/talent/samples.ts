import { ask } from '../../programme/asks.ts';
import type { TalentProfile } from '../../programme/talent/talent-profile.ts';
import { currentTraining, type Training, type TrainingContent } from '../../programme/talent/training.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { talentFileCard } from './file.ts';
import {
  confirmTalentRemovalCard,
  moreThanPlannedCard,
  talentForm,
  talentRemoved,
  talentWritten,
  trainingDoneForm,
  trainingForm,
} from './forms.ts';
import { type TalentView, talentCard, talentProfileCard, trainingCard } from './talent.ts';

const { town, from } = example;
const training = (id: string, content: TrainingContent): Training => ({
  ...{ id, municipality: town.code, fiscalYear: 2024 },
  versions: [{ ...from(id, 20), content }],
});
const leaders = training('training-leaders', {
  ...{ level: 'leader', target: '各課の推進リーダーの実習', planned: 8, when: '10月' },
  ...{ done: 7, doneOn: '2024-10-22' },
});
const managers = training('training-managers', {
  level: 'manager',
  target: '管理職の勉強会',
  planned: 12,
  when: '11月',
});
const profile: TalentProfile = {
  ...{ id: 'talent-example', municipality: town.code, fiscalYear: 2024 },
  versions: [
    {
      ...from('talent', 10),
      content: {
        ...{ role: 'CIO補佐官として全体方針を助言', skills: '自治体の業務の見直しの経験', engagement: 'contract' },
        ...{ days: '月4日', pay: 4_800, recruiting: '公募', when: '令和7年4月から' },
      },
    },
  ],
};
const view: TalentView = {
  ...{ municipality: town, fiscalYear: 2024, trainings: [leaders, managers], profiles: [profile], mayWrite: true },
};
const none = { municipality: town, known: undefined, given: {}, errors: new Map<string, string>() };
const removal = { what: '管理職の勉強会', of: { municipality: town.code, training: managers.id } };

export const talentSamples: Samples = {
  talent: () => talentCard(view, 1),
  'talent-none': () => talentCard({ ...view, trainings: [], profiles: [] }, 1),
  'talent-training': () =>
    trainingCard(
      view,
      leaders,
      talentWritten('研修の実績を記録しました。', [{ what: '人数（実績）', before: '未報告', after: '7人' }]),
    ),
  'talent-profile': () => talentProfileCard(view, profile),
  'talent-training-form': () => trainingForm(none),
  'talent-done-form': () => trainingDoneForm({ ...none, known: currentTraining(managers) }),
  'talent-profile-form': () => talentForm(none),
  'talent-more-than-planned': () =>
    moreThanPlannedCard(town, currentTraining(managers), { training: managers.id, done: 15, day: '2024-11-05' }),
  'talent-remove': () => confirmTalentRemovalCard({ municipality: town, ...removal }),
  'talent-removed': () => talentCard({ ...view, trainings: [leaders] }, 1, talentRemoved(removal, false)),
  'talent-file': () =>
    talentFileCard('要件書', town.name, new Uint8Array(), ask('talent-file', { municipality: town.code })),
};
