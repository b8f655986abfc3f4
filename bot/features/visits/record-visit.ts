import { privateNumberCard } from '../../../cards/private-number.ts';
import { visitRecordedCard, visitTakenBackCard } from '../../../cards/visits/recorded.ts';
import { unrecordedCard } from '../../../cards/visits/unrecorded.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { homeOf } from '../../../programme/member.ts';
import { privateNumberIn } from '../../../programme/private-number.ts';
import { visitRecordId } from '../../../programme/visits/visit-record.ts';
import { townOfVisit } from '../../../programme/visits/visit-slot.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalStart, TurnStart } from '../../turn.ts';
import { townOfOwnVisit, unrecordedVisits } from './read.ts';
import {
  type Draft,
  draftOf,
  formFor,
  plainInput,
  sameVisit,
  stillNeeded,
  targetOf,
  type VisitTarget,
} from './record-draft.ts';
import { type ToTakeBack, takeBackVisit, visitToTakeBack } from './take-back-visit.ts';
import { writeVisit } from './write-visit.ts';

type Input = InputOf<'record-visit'>;
type ToRecord = { readonly draft: Draft } | { readonly back: ToTakeBack };

export const recordVisit = defineCommand({
  name: 'record-visit',
  says: ['訪問記録'],
  help: '訪問して支援したことを記録します。予定と前回の内容が入った状態で始まります。',
  example: '訪問記録',
  english: 'Record a visit: what was done, decided and left to do.',
  group: { title: '訪問のこと', order: 2 },
  needs: 'visit',
  about: 'municipality',
  privately: true,
  usualFor: { expert: 2 },
  writes: ['text', 'items', 'report'],
  typed: 'inputs',
  spoken: {
    words: [
      ...['訪問記録', '訪問を記録', '訪問の記録', '訪問報告', '訪問済'],
      ...['訪問しました', '訪問した', '訪問してきました', '訪問してきた', '訪問いたしました'],
      ...['訪問に行きました', '訪問に行ってきました', '訪問に伺いました', '訪問支援に行'],
      ...['ほうもんきろく', '訪門記録'],
    ],
    wins: 303,
    asked: 'show-visits',
    labelled: 'left out',
  },

  townOf: async (given, turn) => (await townOfOwnVisit(given['visit'], turn)) ?? townOfOnlyVisit(given, turn),
  isDue: async ({ who, store, now }) =>
    who !== undefined && who.role === 'expert' && (await unrecordedVisits(who.id, { store, now })).length > 0,

  /** Whoever serves several municipalities sees first what is still to be recorded in all of them. */
  async withoutTown(given, turn) {
    const { who } = turn;
    if (!who || given['unplanned'] !== undefined || homeOf(who) !== undefined) return undefined;
    const found = await openVisits(turn, given['day']);
    return found.length === 0 && Object.keys(given).length > 0 ? undefined : listOf(found, turn);
  },

  async prepare(input, turn): Promise<Prepared<ToRecord>> {
    if (input.report !== undefined) return { found: { back: await visitToTakeBack(input, input.report, turn) } };
    const said = plainInput(input);
    const target = await targetOf(said, turn);
    if (!target) return asksBack([], await listOf(await openVisits(turn, undefined), turn), 'replace');
    const missing = stillNeeded(said);
    if (missing.length > 0 || said.again) return asksAtOnce(missing, await formFor(said, target, turn), 'replace');
    const { draft, errors, actionErrors, said: lines } = await draftOf(said, target, turn);
    const wrong = [...errors.keys(), ...(actionErrors.size > 0 ? ['actions'] : [])];
    if (wrong.length > 0 || lines.length > 0)
      return asksBack(wrong, await formFor(said, target, turn, { errors, actionErrors, said: lines }), 'replace');
    return numberAsked(said, target, turn) ?? { found: { draft } };
  },

  async run(_input, turn, found) {
    if ('back' in found) return { card: visitTakenBackCard(await takeBackVisit(found.back, turn)), how: 'replace' };
    return { card: visitRecordedCard(await writeVisit(found.draft, turn)), how: 'replace' };
  },
});

/** Where only one visit waits for its record, that is the one; another one is named, or has a button of its own. */
async function townOfOnlyVisit(given: Readonly<Record<string, unknown>>, turn: TurnStart): Promise<string | undefined> {
  if (given['municipality'] !== undefined || given['unplanned'] !== undefined) return undefined;
  const [only, ...others] = await openVisits(turn, given['day']);
  return only && others.length === 0 ? townOfOwnVisit(visitRecordId(only.id), turn) : undefined;
}

/** Of this day where one was said; a name of a municipality has been judged before. */
async function openVisits(turn: TurnStart, day: unknown) {
  const all = await unrecordedVisits(turn.who?.id ?? '', turn);
  return typeof day === 'string' ? all.filter((meeting) => meeting.day === day) : all;
}

async function listOf(meetings: Awaited<ReturnType<typeof openVisits>>, turn: TurnStart) {
  const townName = await municipalityNames(turn.store);
  return unrecordedCard(
    meetings.map((meeting) => ({ meeting, town: townName(townOfVisit(meeting)), visit: visitRecordId(meeting.id) })),
  );
}

function numberAsked(input: Input, target: VisitTarget, turn: MunicipalStart) {
  const { text, attended, decisions, problems, materials, next, remark, place, correction, actions = [] } = input;
  const texts = [text, attended, decisions, problems, materials, next, remark, place, correction];
  const found = privateNumberIn([...texts, ...actions.map(({ what }) => what)]);
  if (!found || input.sure) return undefined;
  const { municipality, ...rest } = input;
  const given = { ...rest, ...sameVisit(target, turn.municipality.code) };
  const [yes, rewrite] = [
    ask('record-visit', { ...given, sure: 'yes' }),
    ask('record-visit', { ...given, again: 'yes' }),
  ];
  return asksBack([], privateNumberCard('訪問記録の確認', found, yes, rewrite), 'replace');
}
