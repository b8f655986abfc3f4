import { talentWritten, trainingForm } from '../../../cards/talent/forms.ts';
import { trainingCard } from '../../../cards/talent/talent.ts';
import { talentChanges, trainingFields, withTalentVersion } from '../../../programme/talent/talent-fields.ts';
import { currentTraining, type Training, TrainingContent, trainingId } from '../../../programme/talent/training.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { peopleNamedIn } from '../funding/read-roster-names.ts';
import { talentView, trainingAt } from './talent-view.ts';

type ToWrite = { readonly known: Training | undefined; readonly content: TrainingContent };
const NAMES = ['level', 'target', 'planned', 'when'] as const;

export const editTraining = defineCommand({
  name: 'edit-training',
  says: ['研修追加', '研修計画追加'],
  help: '育成・研修計画に研修を足すか、行を変えます（階層・対象・人数・時期）。',
  example: '研修追加',
  english: 'Add a training to the plan, or change one.',
  group: { title: '工程表と財源', order: 31 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: ['研修追加', '研修を足', '研修を追加', '研修計画追加', '研修計画に足', '研修計画を追加'],
    wins: 662,
  },

  async prepare({ sure: _, ...input }, turn): Promise<Prepared<ToWrite>> {
    await talentView(turn);
    const known = input.training === undefined ? undefined : await trainingAt(input.training, turn);
    const before = known && currentTraining(known);
    const said = Object.fromEntries(NAMES.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));
    const errors = await peopleNamedIn({ target: input.target, when: input.when }, turn.store);
    const whole = TrainingContent.safeParse({ ...before, ...said });
    const form = { municipality: turn.municipality, known: before, given: input, errors };
    if (errors.size > 0) return asksBack([...errors.keys()], trainingForm(form), 'replace');
    if (whole.success && Object.keys(said).length > 0) return { found: { known, content: whole.data } };
    return asksAtOnce(
      NAMES.filter((name) => input[name] === undefined),
      trainingForm(form),
    );
  },

  async run(_input, turn, { known, content }) {
    const { municipality, programme, from, change } = turn;
    const of = { municipality: municipality.code, fiscalYear: programme.fiscalYear };
    const id = known?.id ?? trainingId(of, from.ask);
    const first: Training = { id, ...of, versions: [{ ...from, content }] };
    let before = known && currentTraining(known);
    const written = await change('trainings', { partition: PROGRAMME, id }, (now) => {
      if (!now) return first;
      before = currentTraining(now);
      return withTalentVersion(now, content, from);
    });
    const lines = talentChanges(trainingFields, known && before, currentTraining(written));
    const said = talentWritten(known ? '研修計画を変えました。' : '研修計画に加えました。', lines);
    return { card: trainingCard(await talentView(turn), written, said), how: 'replace' };
  },
});
