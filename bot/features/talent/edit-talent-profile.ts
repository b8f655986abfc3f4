import { talentForm, talentWritten } from '../../../cards/talent/forms.ts';
import { talentCard, talentProfileCard } from '../../../cards/talent/talent.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { thousandsSaid } from '../../../programme/initiatives/cost.ts';
import { talentChanges, talentFields, withTalentVersion } from '../../../programme/talent/talent-fields.ts';
import {
  currentTalent,
  TalentContent,
  type TalentProfile,
  talentProfileId,
} from '../../../programme/talent/talent-profile.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { peopleNamedIn } from '../funding/read-roster-names.ts';
import { talentProfileAt, talentView } from './talent-view.ts';

type Input = InputOf<'edit-talent-profile'>;
type ToWrite = { readonly known: TalentProfile | undefined; readonly content: TalentContent };
const NAMES = ['role', 'skills', 'engagement', 'days', 'pay', 'recruiting', 'when'] as const;

export const editTalentProfile = defineCommand({
  name: 'edit-talent-profile',
  says: ['要件書', '要件書作成'],
  help: '外部人材の要件書（役割・スキル・任用形態・日数・報酬・募集方法・時期）を作るか、変えます。',
  example: '要件書',
  english: 'Write what a talent from outside is to do and can.',
  group: { title: '工程表と財源', order: 33 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: { words: ['要件書', '外部人材の要件', '要件書を作', '要件書を書'], wins: 666 },

  async prepare({ sure: _, ...input }, turn): Promise<Prepared<ToWrite>> {
    const view = await talentView(turn);
    const known = input.talent === undefined ? undefined : await talentProfileAt(input.talent, turn);
    const before = known && currentTalent(known);
    const { said, errors } = await saidIn(input, turn.store);
    const whole = TalentContent.safeParse({ ...before, ...said });
    const isNew = input.begins !== undefined || Object.keys(said).length > 0 || errors.size > 0;
    if (!known && !isNew && view.profiles.length > 0) return asksBack(['talent'], talentCard(view, 1));
    const form = { municipality: turn.municipality, known: before, given: input, errors };
    if (errors.size > 0) return asksBack([...errors.keys()], talentForm(form), 'replace');
    if (whole.success && Object.keys(said).length > 0) return { found: { known, content: whole.data } };
    return asksAtOnce(
      NAMES.filter((name) => input[name] === undefined),
      talentForm(form),
    );
  },

  async run(_input, turn, { known, content }) {
    const { municipality, programme, from, change } = turn;
    const of = { municipality: municipality.code, fiscalYear: programme.fiscalYear };
    const id = known?.id ?? talentProfileId(of, from.ask);
    const first: TalentProfile = { id, ...of, versions: [{ ...from, content }] };
    let before = known && currentTalent(known);
    const written = await change('talentProfiles', { partition: PROGRAMME, id }, (now) => {
      if (!now) return first;
      before = currentTalent(now);
      return withTalentVersion(now, content, from);
    });
    const lines = talentChanges(talentFields, known && before, currentTalent(written));
    const told = talentWritten(known ? '要件書を変えました。' : '要件書を作りました。', lines);
    return { card: talentProfileCard(await talentView(turn), written, told), how: 'replace' };
  },
});

/** What is said, with 報酬 in 千円, and what is wrong with it. */
async function saidIn(input: Input, store: Parameters<typeof peopleNamedIn>[1]) {
  const { role, skills, days, recruiting, when } = input;
  const naming = await peopleNamedIn({ role, skills, days, recruiting, when }, store);
  const pay = input.pay === undefined ? undefined : thousandsSaid(input.pay);
  const errors = new Map<string, string>(naming);
  if (pay && 'ask' in pay) errors.set('pay', `報酬は、${pay.ask}。`);
  const texts = NAMES.flatMap((name) => (name === 'pay' || input[name] === undefined ? [] : [[name, input[name]]]));
  const said = { ...Object.fromEntries(texts), ...(pay && 'thousands' in pay ? { pay: pay.thousands } : {}) };
  return { said, errors };
}
