import type { Card } from '../../../cards/card.ts';
import { type MismatchPart, mismatchFormCard, whoseMismatchCard } from '../../../cards/support/mismatch.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import {
  type MismatchCase,
  type MismatchContent,
  withMismatchContent,
} from '../../../programme/support/mismatch-case.ts';
import { mismatchId } from '../../../programme/support/mismatch-signals.ts';
import { MISMATCHES } from '../../../storage/collections.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { memberNames } from '../people/people.ts';
import { mismatchDetail } from './mismatch-detail.ts';
import { caseMeant, expertsOf, mismatchCasesIn, mismatchLines, townSaid } from './mismatches.ts';

type Input = InputOf<'record-mismatch'>;
type Meant = { readonly one: MismatchCase; readonly isNew: boolean };

export const recordMismatch = defineCommand({
  name: 'record-mismatch',
  says: ['ミスマッチ記録'],
  help: '申出を書き留め、聞き取りと対応を書き足します。事務局だけに見えます。',
  example: 'ミスマッチ記録',
  english: 'Write down a complaint, what both sides said, and what is done.',
  group: { title: '事務局の仕事', order: 31 },
  needs: 'dispatch',
  about: 'member',
  privately: true,
  confidential: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: { words: ['ミスマッチ記録', 'ミスマッチの記録', 'ミスマッチを記録'], wins: 282 },
  check: (input) => missingIn(input).map((name) => ({ input: name })),
  question: (given, turn) => formOf(plainly(given), turn, new Map()),
  again: (given, turn, errors) => formOf(plainly(given), turn, errors),

  async prepare(input, turn): Promise<Prepared<Meant>> {
    const meant = await meantBy(input, turn);
    if ('card' in meant) return asksBack(['expert'], meant.card);
    const errors = wrongIn(input, meant.one, turn);
    if (errors.size > 0) return asksBack([...errors.keys()], await formCard(meant, input, turn, errors), 'replace');
    if (isNewer(input, meant, turn)) return asksBack([], await formCard(meant, input, turn, errors), 'replace');
    return { found: meant };
  },

  async run(input, turn, { one, isNew }) {
    const seen = one.kept?.versions.length ?? 0;
    const kept = await turn.change('mismatches', { partition: MISMATCHES, id: one.id }, (known) => {
      const hasBeen = known?.versions.some(({ ask }) => ask === turn.from.ask);
      if ((known?.versions.length ?? 0) !== seen && !hasBeen) throw Refusal.because('busy');
      const of = isNew && input.party ? { ...one, reportedBy: input.party } : one;
      return withMismatchContent({ ...of, ...(known ? { kept: known } : {}) }, contentIn(input), turn.from);
    });
    return { card: await mismatchDetail({ ...one, reportedBy: kept.reportedBy, kept }, turn, true), how: 'replace' };
  },
});

/** What a part cannot do without. A case that is opened by hand begins with what was said, and who said it. */
function missingIn(input: Input): ('party' | 'detail' | 'heardMunicipality' | 'measure')[] {
  const { mismatch, part, party, detail, measure, heardMunicipality, heardExpert, heardOn } = input;
  if (mismatch === undefined)
    return [...(party === undefined ? ['party' as const] : []), ...(detail === undefined ? ['detail' as const] : [])];
  if (part === 'measure') return measure === undefined ? ['measure'] : [];
  if (part === 'hearing')
    return [heardMunicipality, heardExpert, heardOn].every((each) => each === undefined) ? ['heardMunicipality'] : [];
  return detail === undefined ? ['detail'] : [];
}

/** Why what was filled in cannot be. */
function wrongIn(input: Input, one: MismatchCase, { now }: MemberStart): ReadonlyMap<string, string> {
  const today = dayOf(now);
  const { heardOn, resolvedOn, followUpOn } = input;
  const errors = new Map<string, string>();
  for (const [name, label, day] of [
    ['heardOn', '聞き取りを終えた日', heardOn],
    ['resolvedOn', '解決日', resolvedOn],
  ] as const) {
    if (day !== undefined && (day > today || day < one.reportedOn))
      errors.set(name, `${label}は、申出日から今日までの日付にしてください。まだ記録していません。`);
  }
  if (followUpOn !== undefined && followUpOn < one.reportedOn)
    errors.set('followUpOn', 'フォロー日は、申出日よりあとの日付にしてください。まだ記録していません。');
  return errors;
}

/** Somebody else has written since the form was opened, and this would write over it. */
function isNewer({ seen }: Input, { one }: Meant, { who }: MemberStart): boolean {
  const last = one.kept?.versions.at(-1);
  return seen !== undefined && last !== undefined && (one.kept?.versions.length ?? 0) > seen && last.by !== who.id;
}

function contentIn(input: Input): MismatchContent {
  const { cause, detail, heardMunicipality, heardExpert, heardOn, measure, resolvedOn, followUpOn } = input;
  const heard = {
    ...(heardMunicipality === undefined ? {} : { municipality: heardMunicipality }),
    ...(heardExpert === undefined ? {} : { expert: heardExpert }),
  };
  return {
    ...(cause === undefined ? {} : { category: cause }),
    ...(detail === undefined ? {} : { detail }),
    ...(Object.keys(heard).length === 0 ? {} : { heard }),
    ...(heardOn === undefined ? {} : { heardOn }),
    ...(measure === undefined ? {} : { measure }),
    ...(resolvedOn === undefined ? {} : { resolvedOn }),
    ...(followUpOn === undefined ? {} : { followUpOn }),
  };
}

/** What can stand in a form: nothing is checked yet, and what is neither words nor a number is nobody's answer. */
const plainly = (given: Readonly<Record<string, unknown>>): Input =>
  Object.fromEntries(Object.entries(given).filter(([, said]) => typeof said === 'string' || typeof said === 'number'));

/** The case that is meant, or the one that is opened by hand: one for a pair and day. */
async function meantBy(given: Input, turn: MemberStart): Promise<Meant | { readonly card: Card }> {
  const cases = await mismatchCasesIn(turn.store);
  if (given.mismatch !== undefined) return { one: caseMeant(cases, given.mismatch), isNew: false };
  if (given.municipality === undefined) throw noTown();
  const town = await townSaid(given.municipality, turn);
  const experts = await expertsOf(town.code, turn.store);
  const [first, ...others] = experts;
  const meant =
    given.expert === undefined && others.length === 0 ? first : experts.find(({ id }) => id === given.expert);
  if (!meant) return { card: whoseMismatchCard(town, experts, given) };
  const reportedOn = dayOf(turn.now);
  const id = mismatchId(town.code, meant.id, reportedOn);
  const known = cases.find((one) => one.id === id);
  const one = { id, municipality: town.code, expert: meant.id, reportedOn, reportedBy: given.party ?? 'secretariat' };
  return { one: known ?? one, isNew: known === undefined };
}

const noTown = (): Refusal =>
  Refusal.because('bad-value', {
    sentence: 'どの市町村の申出かを付けて、「ミスマッチ記録 市町村名」のように送ってください。',
  });

async function formOf(given: Input, turn: MemberStart, errors: ReadonlyMap<string, string>): Promise<Card> {
  const meant = await meantBy(given, turn);
  return 'card' in meant ? meant.card : formCard(meant, given, turn, errors);
}

async function formCard(
  meant: Meant,
  given: Input,
  turn: MemberStart,
  errors: ReadonlyMap<string, string>,
): Promise<Card> {
  const [line] = await mismatchLines([meant.one], turn);
  if (!line) throw new Error('a case without its line');
  const part: MismatchPart = meant.isNew ? 'story' : (given.part ?? 'story');
  const version = isNewer(given, meant, turn) ? meant.one.kept?.versions.at(-1) : undefined;
  const newer = version && { version, by: `${(await memberNames(turn.store))(version.by)}さん` };
  return mismatchFormCard({ line, part, isNew: meant.isNew, given, errors, newer });
}
