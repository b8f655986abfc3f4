import { type ChangeFormField, changeForm } from '../../../cards/staffing/change-form.ts';
import { changeKindCard } from '../../../cards/staffing/staffing-change.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf, shortDate } from '../../../programme/day.ts';
import { currentFiling, FILINGS, withVersion } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { bestHandedIn, oneMonthBefore } from '../../../programme/staffing/one-month-before.ts';
import {
  ChangeContent,
  type ChangeKind,
  isLateOn,
  type StaffingChange,
  staffingChangeId,
} from '../../../programme/staffing/staffing-change.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { type ChangeRead, changeRead } from './change-said.ts';
import { membersIn } from './organization-view.ts';
import { readStaffing } from './read-staffing.ts';
import { staffingCardOf, staffingChangeNamed } from './staffing-view.ts';

type Wanted = InputOf<'change-staffing'>;
type Kinded = Wanted & { readonly kind: ChangeKind };

const FIELDS = ['before', 'after', 'day', 'reason', 'handover', 'municipalities', 'career', 'late'] as const;
/** What comes behind 代わります: はい is no part of it. */
const TURNS = '(?:[代替変]わ[りる]|かわ[りる]|交代|交替|変更)';
/** A name among words: no day, no marker of another input. */
const NAME = '(?!理由|変更|引継|影響|経歴|期限|昨日|今日|明日)[^、。\\s\\d=:：]+?';

/** PMが山田さんから佐藤さんに代わります. */
const handsOver = (post: string, kind: string) => ({
  like: new RegExp(
    `^${post}[がをは](?<who>[^、。\\s]+?)(?:さん|様)?から(?<to>[^、。\\s]+?)(?:さん|様)?[にへ]${TURNS}[^、。\\s]*`,
    'iu',
  ),
  as: `体制変更 ${kind} 変更前 $<who> 変更後 $<to> `,
});

export const changeStaffing = defineCommand({
  name: 'change-staffing',
  says: ['体制変更', '体制変更届を書く'],
  help: 'PM・派遣人材・連絡窓口の交代や追加を、県への体制変更届の下書きにします。期限は変更の1か月前です。',
  example: '体制変更 PM交代',
  english: 'Draft a change of staff for the approval of the prefecture.',
  group: { title: '体制のこと', order: 33 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['before', 'after', 'day', 'reason', 'handover', 'municipalities', 'career', 'late', 'stays'],
  typed: 'inputs',
  wished: [
    handsOver('PM', 'PM交代'),
    handsOver('(?:連絡)?窓口', '窓口変更'),
    handsOver('(?:派遣人材|専門家)', '派遣者交代'),
    {
      like: new RegExp(
        `^体制変更届?(?<rest>\\s(?:.*\\s)?)(?<kind>PM交代|派遣者交代|窓口変更)\\s(?<who>${NAME})(?:さん|様)?から\\s?(?<to>${NAME})(?:さん|様)?[にへ]?(?=\\s|$)`,
        'iu',
      ),
      as: '体制変更$<rest>$<kind> 変更前 $<who> 変更後 $<to> ',
    },
    {
      like: new RegExp(`^体制変更届?(?<rest>\\s(?:.*\\s)?)終了\\s(?<who>${NAME})(?:さん|様)?[がを]?(?=\\s|$)`, 'iu'),
      as: '体制変更$<rest>終了 変更前 $<who> ',
    },
    {
      like: new RegExp(`^体制変更届?(?<rest>\\s(?:.*\\s)?)追加\\s(?<to>${NAME})(?:さん|様)?[がを]?(?=\\s|$)`, 'iu'),
      as: '体制変更$<rest>追加 変更後 $<to> ',
    },
    {
      like: /^(?:\S+?[市区町村]の)?担当(?:者|の方|の人)?を(?:(?:ほか|他|別)の(?:方|人)に)?(?:[替代変換]え|かえ|交代(?:さ?せ|し)|交替(?:さ?せ|し)|変更し|入れ[替換]え)(?:たい|ます|る$|なければ|る?必要|る?には|るとき)[^、。\s]*[。?？]*$/u,
      as: '体制変更',
      ofAnybody: true,
    },
    { like: new RegExp(`^PM[がをは](?:${TURNS}|交代します|交代する)[^、。\\s]*`, 'iu'), as: '体制変更 PM交代 ' },
  ],
  spoken: { words: ['体制変更', '体制の変更', '体制が変わ', '体制を変え'], wins: 529 },

  async prepare(input, turn) {
    const { store, from } = turn;
    const known =
      input.change === undefined ? undefined : await changeable(await staffingChangeNamed(input.change, turn));
    const kind = input.kind ?? (known && currentFiling(known).content.kind);
    if (kind === undefined) return asksBack(['kind'], changeKindCard(input));
    const [staffing, members, towns] = await Promise.all([
      readStaffing(store),
      membersIn(store),
      municipalitiesIn(store),
    ]);
    // Pressed or delivered once more, it is the draft that was made then.
    const made = staffing.changes.find(({ versions }) => versions.some(({ ask }) => ask === from.ask));
    if (made) return { found: { id: made.id, content: currentFiling(made).content } };
    const read = changeRead({ ...input, kind }, { staffing, members, towns, known, turn });
    const lacking = Object.keys(read.errors);
    const isSaid = FIELDS.some((name) => input[name] !== undefined) || input.stays !== undefined;
    if (lacking.length > 0 || !isSaid)
      return asksBack(lacking.length > 0 ? lacking : [...FIELDS], formOf({ ...input, kind }, read, known, turn));
    return { found: { id: known?.id ?? staffingChangeId(from.ask), content: ChangeContent.parse(read.said) } };
  },

  async run(_input, turn, { id, content }) {
    const { change, from } = turn;
    const kept = await change('staffingChanges', { partition: FILINGS, id }, (now) =>
      now ? withVersion(changeable(now), content, from) : { id, versions: [{ ...from, number: 1, content }] },
    );
    return { card: await staffingCardOf(kept, turn), how: 'replace' };
  },
});

/** @throws Refusal where it was taken off the table */
function changeable(change: StaffingChange): StaffingChange {
  if (change.withdrawn)
    throw Refusal.because('bad-value', {
      sentence: 'この体制変更は取り下げられています。新しく「体制変更」を書いてください。',
    });
  return change;
}

/** What is only missing is asked for without a fault. */
function formOf(
  input: Kinded,
  { said, errors, people }: ChangeRead,
  known: StaffingChange | undefined,
  turn: MemberStart,
) {
  const values = valuesOf(input, said);
  const lacking = Object.keys(errors);
  const shown = (name: string) =>
    values[name as ChangeFormField] !== undefined || (name === 'late' && lacking.length === 1);
  const { day, kind } = said;
  const held = new Set<string>(FIELDS.filter((name) => input[name] !== undefined));
  // Of PM and 窓口 there is one: who it is needs no question.
  if (input.before === undefined && said.before && !known) held.add('before');
  return changeForm({
    kind,
    people: people.map(({ member, name }) => ({ value: member ?? name, label: name })),
    values,
    said: held,
    errors: Object.fromEntries(Object.entries(errors).filter(([name]) => shown(name))),
    due: day === undefined ? undefined : dueOf(day, turn),
    given: input,
  });
}

function valuesOf(input: Kinded, said: ChangeRead['said']): Partial<Record<ChangeFormField, string>> {
  const person = (name: 'before' | 'after') =>
    name === 'before' ? (said.before?.member ?? said.before?.name) : said.after?.name;
  const own = (name: ChangeFormField): string | undefined => {
    if (name === 'before' || name === 'after') return person(name) ?? input[name];
    if (name === 'municipalities') return input.municipalities;
    return said[name];
  };
  return Object.fromEntries(FIELDS.flatMap((name) => (own(name) === undefined ? [] : [[name, own(name)]])));
}

function dueOf(day: string, { now, programme }: MemberStart) {
  const due = oneMonthBefore(day);
  const isLate = isLateOn({ day }, dayOf(now));
  const best = bestHandedIn(day, calendarOf(programme.closures));
  const sentence = isLate
    ? `期限の${shortDate(due)}を過ぎています。理由を添えて提出できます。`
    : `期限 ${shortDate(due)}・提出を勧める日 ${shortDate(best)}`;
  return { sentence, isLate };
}
