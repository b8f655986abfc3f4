import { moreThanPlannedCard, talentWritten, trainingDoneForm } from '../../../cards/talent/forms.ts';
import { talentCard, trainingCard } from '../../../cards/talent/talent.ts';
import { type Day, dayOf, fiscalYearName, fiscalYearOf, fullDate } from '../../../programme/day.ts';
import { talentChanges, trainingFields, withTalentVersion } from '../../../programme/talent/talent-fields.ts';
import { currentTraining, type Training, type TrainingContent } from '../../../programme/talent/training.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { talentView, trainingAt } from './talent-view.ts';

function wrongDay(day: Day, fiscalYear: number, today: Day): string | undefined {
  if (day > today) return '実施日は、今日までの日付にしてください。';
  return fiscalYearOf(day) < fiscalYear
    ? `${fullDate(day)}は、${fiscalYearName(fiscalYear)}より前です。年を確かめてください。`
    : undefined;
}

type ToRecord = { readonly known: Training; readonly done: number; readonly doneOn: string };

export const recordTraining = defineCommand({
  name: 'record-training',
  says: ['研修実績', '研修の実績'],
  help: '研修を受けた人数と実施日を記録します。計画より多いときは、1回だけ確かめます。',
  example: '研修実績',
  english: 'Record how many people took part in a training, and when.',
  group: { title: '工程表と財源', order: 32 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['done'],
  typed: 'inputs',
  spoken: { words: ['研修実績', '研修の実績', '研修を実施', '研修の受講者'], wins: 664 },

  async prepare(input, turn): Promise<Prepared<ToRecord>> {
    const view = await talentView(turn);
    const [only, ...others] = view.trainings;
    const known =
      input.training === undefined ? (others.length === 0 ? only : undefined) : await trainingAt(input.training, turn);
    if (!known) return asksBack(['training'], talentCard(view, 1));
    const content = currentTraining(known);
    const { done, day } = input;
    const given = { ...input, training: known.id };
    const problem = day === undefined ? undefined : wrongDay(day, known.fiscalYear, dayOf(turn.now));
    const errors = new Map(problem === undefined ? [] : [['day', problem]]);
    const form = () => trainingDoneForm({ municipality: turn.municipality, known: content, given, errors });
    if (errors.size > 0) return asksBack(['day'], form(), 'replace');
    if (done === undefined || day === undefined) {
      const lacking = (['done', 'day'] as const).filter((name) => input[name] === undefined);
      return asksAtOnce(lacking, form());
    }
    const isMore = done > content.planned && input.sure === undefined;
    if (isMore) return asksBack([], moreThanPlannedCard(turn.municipality, content, given));
    return { found: { known, done, doneOn: day } };
  },

  async run(_input, turn, { known, done, doneOn }) {
    let before: TrainingContent | undefined;
    const written = await turn.change('trainings', { partition: PROGRAMME, id: known.id }, (now = known) => {
      before = currentTraining(now);
      return withTalentVersion(now, { ...before, done, doneOn }, turn.from);
    });
    const lines = talentChanges(trainingFields, before, currentTraining(written));
    return {
      card: trainingCard(await talentView(turn), written, talentWritten('研修の実績を記録しました。', lines)),
      how: 'replace',
    };
  },
});
