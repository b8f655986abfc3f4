import type { Card } from '../../../cards/card.ts';
import { type AssignForm, assignForm } from '../../../cards/support/assign.ts';
import { ask, type Given, type InputOf } from '../../../programme/asks.ts';
import { Day, dayOf } from '../../../programme/day.ts';
import { Member, members } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { lackingSaid } from '../../../programme/no-access.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Roster } from '../../../programme/roster/roster-change.ts';
import {
  type AssignmentDecision,
  endsTooEarly,
  meantAssignment,
  termTroubles,
  withTerm,
} from '../../../programme/support/assign.ts';
import { Assignment, assignmentId, assignments, currentAssignment } from '../../../programme/support/assignment.ts';
import { itemIdsIn } from '../../../programme/support/item-ids.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MemberStart, MunicipalStart } from '../../turn.ts';
import { type Judge, withAccess } from '../../who/admission.ts';
import { named } from '../people/people.ts';
import { isCard, refusedFor, rosterIn } from '../roster/roster.ts';
import { assignLines, assignNotes } from './assign-lines.ts';
import { assignmentsOf } from './assignments.ts';
import { expertMeant } from './expert-meant.ts';
import { successorApproval } from './successor-approval.ts';

type Wanted = InputOf<'assign'>;
type Start = MunicipalStart & MemberStart;
type Asked = { readonly card: Card };
type Typed = Readonly<Record<string, unknown>>;

export const assign = defineCommand({
  name: 'assign',
  says: ['派遣決定', '派遣変更', '派遣延長', '派遣短縮'],
  help: '派遣人材の派遣先と期間を、県と協議した日と理由とともに決めます。延長・短縮・交代も同じです。',
  example: '派遣決定 氏名 10/1-3/14 理由 市町村の希望',
  english: 'Decide who serves a municipality from when until when; extend, shorten or replace.',
  group: { title: '事務局の仕事', order: 11 },
  about: 'municipality',
  writes: true,
  wished: [
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?(?:(?<who>[^、。の]+?)(?:さん|様)の)?派遣(?:の?期間)?[をは](?<day>[^、。]+?)(?:まで|に)(?:[延伸短縮変]|のば|ちぢ)[^、。\s]*/u,
      as: '派遣決定 $<where> $<who> 終了 $<day> ',
    },
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?(?:(?<who>[^、。の]+?)(?:さん|様)の)?派遣(?:の?期間)?[をは](?<day>[^、。をは\s]{1,12}?)(?:までで|付けで|をもって|で|に)、?(?:終わり|終了|打ち切|終え|おわり)[^、。\s]*[。]?$/u,
      as: '派遣決定 $<where> $<who> 終了 $<day> ',
    },
    {
      like: /^(?<where>\S+?[市区町村])の(?:(?<who>[^、。の]+?)(?:さん|様)の)?(?:派遣(?:の?期間)?[をは](?:終わり|終了|打ち切|終え|おわり|変え|替え|変更)|派遣人材[をは](?:替え|変え|代え|換え|交代|交替|変更))[^、。\s]*[。]?$/u,
      as: '派遣決定 $<where> $<who> ',
    },
    {
      like: /^(?<who>[^、。の\s]+(?:\s[^、。の\s]+)?)(?:さん|様)を(?:(?<day>[^、。]*?\d[月/]\d+日?)から|[^、。]{1,8}から)?(?<where>\S+?[市区町村])(?:に|へ)派遣(?![のは先])[^、。\s]*/u,
      as: '派遣決定 $<where> $<who> 開始 $<day> ',
    },
    {
      like: /^(?<where>\S+?[市区町村])(?:の派遣(?:人材)?を?|に派遣する(?:人|方)を)(?:決め|決定)[^、。\s]*/u,
      as: '派遣決定 $<where> ',
    },
  ],
  spoken: {
    words: ['派遣決定', '派遣の決定', '交代させ', '派遣を打ち切', '派遣を終え', '派遣することに'],
    wins: 420,
    asked: 'show-dispatch',
  },
  question: (given, turn) => question(given, {}, turn),
  again: (given, turn, errors) => question(given, Object.fromEntries(errors), turn),
  ...settingCommand<'assign', Wanted, Start>('assign', draft),
  needs: 'dispatch',
});

/** The form, with what stands where the pair has an assignment already. */
async function question(given: Typed, errors: AssignForm['errors'], turn: MunicipalStart): Promise<Card> {
  const { store, municipality, now } = turn;
  const [roster, all] = await Promise.all([rosterIn(store), assignmentsOf(store, municipality.code)]);
  const everyExpert = await withAccess(
    roster.members.filter(({ active, role }) => active && role === 'expert'),
    turn,
  );
  const formers = typeof given['after'] === 'string' ? named(given['after'], roster.members) : [];
  const former = formers.length === 1 ? formers[0] : undefined;
  const experts = everyExpert.filter(({ id }) => id !== former?.id);
  const said = typeof given['expert'] === 'string' ? named(given['expert'], experts) : [];
  const known = said.length === 1 ? foundIn(all, said[0]?.id ?? '', given, dayOf(now)) : undefined;
  return assignForm({
    municipality,
    experts,
    former,
    expert: said.length === 1 ? said[0] : undefined,
    known: known && currentAssignment(known),
    given,
    errors: Object.keys(errors).length > 0 ? errors : backwards(given),
    unclear: typeof given['expert'] === 'string' ? unclear(given['expert'], said, former) : undefined,
  });
}

/** What was typed and cannot be is said at once, and not behind the last question. */
function backwards({ from, until }: Typed): Readonly<Record<string, string>> {
  const [first, last] = [Day.safeParse(from), Day.safeParse(until)];
  if (!first.success || !last.success || first.data <= last.data) return {};
  return { until: endsTooEarly(first.data) };
}

/** Why a name that was typed stands for nobody who could go. */
function unclear(name: string, found: readonly Member[], former: Member | undefined): string | undefined {
  if (found.length === 1) return undefined;
  if (former && named(name, [former]).length > 0) return sameAsFormer(former);
  if (found.length === 0) return `「${name}」さんは派遣人材の名簿にいません。派遣人材を選んでください。`;
  return `「${name}」に当たる派遣人材の方は${found.length}人います。どの方か選んでください。`;
}

/** The assignment that is changed; undefined for a new one. */
function foundIn(all: readonly Assignment[], expert: string, given: Typed, today: Day): Assignment | undefined {
  const own = all.filter((each) => each.expert === expert && each.active !== false);
  if (given['assignment'] !== undefined) return own.find(({ id }) => id === given['assignment']);
  if (given['from'] === undefined) return meantAssignment(own, today);
  return own.find((each) => currentAssignment(each).from === given['from']);
}

type Whom = { readonly expert: Member; readonly former: Member | undefined };

/** Who is to serve, and in whose place; else the question which of several, or why it cannot be. */
function whomIn(input: Wanted, roster: Roster, all: readonly Assignment[], { municipality }: Start): Whom | Asked {
  const again = (changed: Given<'assign'>) => ask('assign', { ...input, municipality: municipality.code, ...changed });
  const expert = expertMeant(input.expert, roster, (id) => again({ expert: id }));
  const former = input.after === undefined ? undefined : expertMeant(input.after, roster, (id) => again({ after: id }));
  for (const one of [expert, former]) {
    if (typeof one === 'string') return refusedFor(one);
    if (one && isCard(one)) return { card: one };
  }
  const whom = { expert, former } as Whom;
  const trouble = formerTrouble(whom, municipality, all);
  return trouble ? refusedFor(trouble) : whom;
}

const sameAsFormer = ({ name }: Member): string => `${name}さんは前任の方と同じです。後任の方を指定してください。`;

function formerTrouble({ expert, former }: Whom, { code, name }: Municipality, all: readonly Assignment[]) {
  if (former === undefined) return undefined;
  if (former.id === expert.id) return sameAsFormer(former);
  const { id, municipalities } = former;
  const hasServed = municipalities.includes(code) || all.some((each) => each.expert === id && each.active !== false);
  return hasServed ? undefined : `${former.name}さんは${name}の担当ではありません。前任の方を確かめてください。`;
}

async function draft(input: Wanted, turn: Start): Promise<Drafted> {
  const { store, municipality, now } = turn;
  if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
  const [roster, all] = await Promise.all([rosterIn(store), assignmentsOf(store, municipality.code)]);
  const whom = whomIn(input, roster, all, turn);
  if ('card' in whom) return whom;
  const { expert, former } = whom;
  const known = foundIn(all, expert.id, input, dayOf(now));
  const { decision, errors } = decided(input, known, all, expert, turn);
  const again = async (wrong: AssignForm['errors']) => ({
    card: await question({ ...input, expert: expert.id }, wrong, turn),
  });
  if (!decision) return again(errors);
  const { from } = decision;
  const approval = await successorApproval({ expert, former, from, municipality, reason: input.reason }, turn);
  if (approval.error) return again({ from: approval.error });
  const { before, after } = written(decision, { known, all, expert, former }, turn);
  const term = { municipality: municipality.code, from: decision.from, until: decision.until };
  const was = known && currentAssignment(known);
  const member = Member.parse(withTerm(expert, term, was));
  const isNamed = former !== undefined && known?.after === former.id;
  const view = { decision, was, expert, member, municipality, former: isNamed ? undefined : former, today: dayOf(now) };
  return {
    title: `派遣決定 ${expert.name}さん`,
    municipality,
    lines: assignLines(view),
    notes: [
      ...(approval.notes.length > 0
        ? approval.notes
        : lackingNote(expert, await turn.admission(store, [expert], dayOf(now)))),
      ...assignNotes(view),
    ],
    offers: approval.offers,
    puts: [
      putOf(store, assignments.name, before, after, { active: false }),
      putOf(store, members.name, expert, member),
    ],
    print: [
      after.id,
      before?.versions.length,
      before?.active,
      decision,
      former?.id,
      expert.terms,
      expert.municipalities,
    ],
    reason: input.reason,
    agreed: input.agreed,
    next: [{ label: '派遣を見る', ask: ask('show-dispatch', { municipality: municipality.code }) }],
  };
}

/** Somebody without access can be decided on; that they cannot begin yet is said. */
function lackingNote(expert: Member, lacks: Judge): readonly string[] {
  const no = lacks(expert);
  return no ? [`${expert.name}さんは今は使えません。${lackingSaid(no)}。`] : [];
}

type Decided = { readonly decision?: AssignmentDecision; readonly errors: AssignForm['errors'] };

/** What is not said stays as it stands; a new assignment needs all of it. */
function decided(
  input: Wanted,
  known: Assignment | undefined,
  all: readonly Assignment[],
  expert: Member,
  { programme, now }: Start,
): Decided {
  const was = known && currentAssignment(known);
  const { from = was?.from, until = was?.until, planned = was?.planned, sources = was?.sources } = input;
  const { agreed, reason } = input;
  const said = input.themes === undefined ? undefined : itemIdsIn(input.themes);
  const themes = said?.ids ?? was?.themes ?? [];
  const lacking = {
    ...lackingOf({ from, until, planned }),
    ...(said?.unknown
      ? { themes: `「${said.unknown}」という項目はありません。S1-3 のような番号を入力してください。` }
      : {}),
  };
  if (from === undefined || until === undefined || planned === undefined) return { errors: lacking };
  const others = all.filter((each) => each.expert === expert.id && each.active !== false && each.id !== known?.id);
  const errors = { ...lacking, ...termTroubles({ from, until, agreed }, others, programme, dayOf(now)) };
  if (Object.keys(errors).length > 0) return { errors };
  return {
    errors,
    decision: {
      ...{ from, until, planned, agreed, reason },
      ...(themes.length > 0 ? { themes: [...themes] } : {}),
      ...(sources === undefined ? {} : { sources }),
    },
  };
}

function lackingOf(term: { from?: unknown; until?: unknown; planned?: unknown }): Record<string, string> {
  const labels = { from: '開始日', until: '終了日', planned: '計画日数' } as const;
  const lacking = (Object.keys(labels) as (keyof typeof labels)[]).filter((name) => term[name] === undefined);
  return Object.fromEntries(lacking.map((name) => [name, `${labels[name]}を入力してください。`]));
}

type About = {
  readonly known: Assignment | undefined;
  readonly all: readonly Assignment[];
  readonly expert: Member;
  readonly former: Member | undefined;
};

/** The document with the decision in it; one that says the same already stays as it is. */
function written(decision: AssignmentDecision, { known, all, expert, former }: About, { municipality, from }: Start) {
  const id = known?.id ?? assignmentId(expert.id, decision.from);
  const before = known ?? all.find((each) => each.id === id);
  const isSame = before?.active !== false && before !== undefined && saysThat(before, decision);
  if (before && isSame && (former === undefined || before.after === former.id)) return { before, after: before };
  const { active: _, ...rest } = before ?? { id, municipality: municipality.code, expert: expert.id };
  const after = Assignment.parse({
    ...rest,
    versions: [...(before?.versions ?? []), { ...from, ...decision }],
    ...(former ? { after: former.id } : {}),
  });
  return { before, after };
}

const plain = ({ from, until, planned, themes, sources }: AssignmentDecision): string =>
  JSON.stringify([from, until, planned, themes, sources]);
const saysThat = (assignment: Assignment, decision: AssignmentDecision): boolean =>
  plain(currentAssignment(assignment)) === plain(decision);
