import {
  cancelVisitForm,
  chooseVisitToCancel,
  noVisitToCancel,
  visitCancelledCard,
} from '../../../cards/visits/cancel.ts';
import { dayOf } from '../../../programme/day.ts';
import { isCancelled, withMeetingChange } from '../../../programme/meetings/meeting.ts';
import { homeOf } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { currentVisit } from '../../../programme/visits/visit-record.ts';
import { townOfVisit, type VisitMeeting } from '../../../programme/visits/visit-slot.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import { asksAtOnce, asksBack, defineCommand } from '../../command.ts';
import type { MunicipalStart, TurnStart } from '../../turn.ts';
import { isUnrecorded, townOfOwnVisit, type Visited, visitNamed, visitsOf } from './read.ts';

/** 小海町さんへの訪問は, and that it does not take place; 〜ので中止 needs no verb. */
const OF_VISIT = '(?:への|の|へ)?訪問(?:予定)?(?:は|を|が|、)*';
const CALLED_OFF =
  '(?:中止|キャンセル|取りやめ|取り止め)(?:に|と|で)?(?:します|しました|して(?:ください)?|なりました|です|お願いします)';

export const cancelVisit = defineCommand({
  name: 'cancel-visit',
  says: ['訪問中止'],
  help: '訪問の予定を、理由とともに中止にします。中止は取り消せます。',
  example: '訪問中止',
  english: 'Cancel a visit, with the reason.',
  group: { title: '訪問のこと', order: 3 },
  needs: 'visit',
  about: 'municipality',
  usualFor: {},
  writes: ['reason', 'back'],
  typed: 'inputs',
  spoken: {
    words: [
      ...['訪問中止', '訪問は中止', '訪問を中止', '訪問が中止', '訪問の中止', '訪問も中止'],
      ...['訪問を取りやめ', '訪問は取りやめ', '訪問取りやめ', '訪問がなくな', '訪問はなくな', '訪問はなし'],
      ...['訪問キャンセル', '訪問をキャンセル', '訪問はキャンセル', '訪問のキャンセル', '訪問がキャンセル'],
    ],
    wins: 345,
    asked: 'show-visits',
    labelled: { reason: ['reason'] },
  },
  wished: [
    {
      like: new RegExp(
        `^(?:(?<day>\\d{1,2}[/月]\\d{1,2}日?|今日|明日|明後日)(?:の|、|\\s)*)?(?<place>[^\\s、。\\d]{2,10}?[市町村])(?:さん)?${OF_VISIT}(?<why>[^、。\\s]{2,40}?(?:ので|ため|につき|により))、?${CALLED_OFF}?[。]?$`,
        'u',
      ),
      as: '訪問中止 $<place> $<day> $<why>',
    },
    {
      like: new RegExp(
        `^(?<what>[^、。]*?)${OF_VISIT}(?<why>[^、。\\s]{2,40}?(?:ので|ため|につき|により|都合で))、?${CALLED_OFF}?[。]?$`,
        'u',
      ),
      as: '訪問中止 $<what> $<why>',
    },
    {
      like: new RegExp(
        `^(?<what>[^、。]*?)${OF_VISIT}${CALLED_OFF}。\\s*(?:理由は、?)?(?<why>[^、。\\s]{2,40}?(?:ので|ため|により|都合))(?:です)?[。]?$`,
        'u',
      ),
      as: '訪問中止 $<what> $<why>',
    },
    {
      like: /^(?<what>[^、。]*?)(?:への|の|へ)?訪問(?:予定)?[はをが]?、[^。]*?(?:中止|キャンセル|取りやめ|取り止め)[^、。]*/u,
      as: '訪問中止 $<what>',
    },
    {
      like: /^(?<place>[^\s、。]{2,10}?[市町村])(?:さん)?(?:への|の|へ)訪問[はにも、]*(?<day>\d{1,2}[/月]\d{1,2}日?|今日|明日|明後日)?[はに、]*(?:行けな|行かれな|伺えな|うかがえな)(?:く|い)[^、。]*[。]?$/u,
      as: '訪問中止 $<place> $<day>',
    },
  ],

  townOf: ({ visit }, turn) => townOfOwnVisit(visit, turn),

  async withoutTown(given, turn) {
    if (!turn.who || homeOf(turn.who) !== undefined) return undefined;
    return choiceOf(await open(turn, given['day']), given['reason'], turn);
  },

  async prepare({ visit, day, reason, back }, turn) {
    const found = visit === undefined ? await here(day, turn) : [await visitNamed(visit, turn.store)];
    const [one, ...others] = found;
    if (!one || others.length > 0) return asksBack(['visit'], await choiceOf(found, reason, turn));
    const { meeting, record } = one;
    if (record && currentVisit(record)) throw Refusal.because('visit-recorded');
    if (back || isCancelled(meeting)) return { found: meeting };
    if (reason === undefined) return asksAtOnce(['reason'], cancelVisitForm({ meeting, town: turn.municipality.name }));
    return { found: meeting };
  },

  async run({ reason, back }, turn, { id }) {
    const meeting = await turn.change('meetings', { partition: PROGRAMME, id }, (known) => {
      if (!known) throw Refusal.because('unknown-visit');
      if (back) return withMeetingChange(known, { status: 'scheduled' }, turn.from);
      return withMeetingChange(known, { status: 'cancelled', ...(reason ? { reason } : {}) }, turn.from);
    });
    return { card: visitCancelledCard({ meeting, town: turn.municipality.name }), how: 'replace' };
  },
});

/** What is ahead, or is over and was never recorded. */
async function open({ who, store, now }: TurnStart, day: unknown): Promise<readonly Visited[]> {
  const own = await visitsOf(who?.id ?? '', store);
  return own
    .filter(({ meeting }) => typeof day !== 'string' || meeting.day === day)
    .filter((each) => !isCancelled(each.meeting) && (each.meeting.day >= dayOf(now) || isUnrecorded(each, now)));
}

async function here(day: string | undefined, turn: MunicipalStart) {
  return (await open(turn, day)).filter(({ meeting }) => townOfVisit(meeting) === turn.municipality.code);
}

async function choiceOf(found: readonly Visited[], reason: unknown, { store }: TurnStart) {
  if (found.length === 0) return noVisitToCancel();
  const townName = await municipalityNames(store);
  const named = (meeting: VisitMeeting) => ({ meeting, town: townName(townOfVisit(meeting)) });
  return chooseVisitToCancel(
    found.map(({ meeting }) => named(meeting)),
    typeof reason === 'string' ? reason : undefined,
  );
}
