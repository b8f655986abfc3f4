import { confirmTalentRemovalCard, talentRemoved } from '../../../cards/talent/forms.ts';
import { talentCard } from '../../../cards/talent/talent.ts';
import { currentTalent, type TalentProfile } from '../../../programme/talent/talent-profile.ts';
import { currentTraining, type Training } from '../../../programme/talent/training.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalTurn } from '../../turn.ts';
import { talentProfileAt, talentView, trainingAt } from './talent-view.ts';

type Meant = { readonly training: Training } | { readonly talent: TalentProfile };

export const removeTalent = defineCommand({
  name: 'remove-talent',
  says: ['人材から外す'],
  help: '研修計画の行や要件書を外します。書いた内容は残り、元に戻せます。',
  example: '人材から外す',
  english: 'Take a training or a profile off the plan; it can be brought back.',
  group: { title: '工程表と財源', order: 34 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['sure', 'back'],
  typed: 'inputs',

  async prepare({ training, talent, sure, back }, turn): Promise<Prepared<Meant>> {
    const { municipality } = turn;
    const of = { municipality: municipality.code, training, talent };
    const isDone = sure !== undefined || back !== undefined;
    if (training !== undefined) {
      const found = await trainingAt(training, turn, true);
      if (isDone) return { found: { training: found } };
      return asksBack([], confirmTalentRemovalCard({ municipality, what: currentTraining(found).target, of }));
    }
    if (talent === undefined) return asksBack(['training'], talentCard(await talentView(turn), 1));
    const found = await talentProfileAt(talent, turn, true);
    if (isDone) return { found: { talent: found } };
    return asksBack([], confirmTalentRemovalCard({ municipality, what: currentTalent(found).role, of }));
  },

  async run({ training, talent, back }, turn, meant) {
    const isBack = back !== undefined;
    await ('training' in meant
      ? removed('trainings', meant.training, turn, isBack)
      : removed('talentProfiles', meant.talent, turn, isBack));
    const what = 'training' in meant ? currentTraining(meant.training).target : currentTalent(meant.talent).role;
    const of = { municipality: turn.municipality.code, training, talent };
    return { card: talentCard(await talentView(turn), 1, talentRemoved({ what, of }, isBack)), how: 'replace' };
  },
});

/** Taken out, or brought back; the same again changes nothing. */
function removed(
  kind: 'trainings' | 'talentProfiles',
  known: Training | TalentProfile,
  { change, from }: MunicipalTurn,
  isBack: boolean,
): Promise<unknown> {
  const next = <T extends Training | TalentProfile>(now: T): T => {
    if ((now.removed !== undefined) === isBack) {
      const { removed: _, ...rest } = now;
      return (isBack ? rest : { ...now, removed: from }) as T;
    }
    return now;
  };
  const at = { partition: PROGRAMME, id: known.id };
  return kind === 'trainings'
    ? change('trainings', at, (now = known as Training) => next(now))
    : change('talentProfiles', at, (now = known as TalentProfile) => next(now));
}
