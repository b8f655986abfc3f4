import { notice } from '../../../cards/card.ts';
import { meetingCard } from '../../../cards/meetings/meeting.ts';
import { planVisitForm } from '../../../cards/visits/plan-form.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { isCancelled, type Meeting, withMeetingChange } from '../../../programme/meetings/meeting.ts';
import { audienceOf } from '../../../programme/meetings/party.ts';
import {
  calendarFor,
  freeMeetingId,
  isMeant,
  type SlotTrouble,
  slotTrouble,
} from '../../../programme/meetings/schedule.ts';
import { standingVisits, visitTitle, visitTrouble } from '../../../programme/visits/visit-slot.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MunicipalStart, MunicipalTurn } from '../../turn.ts';
import { meetingsLike } from '../meetings/find.ts';
import { meetingView } from '../meetings/view.ts';
import { visitsOf } from './read.ts';

type Input = InputOf<'plan-visit'>;

/** As people say that they will visit. */
const PLANNED = [
  '訪問予定',
  '訪問を予定',
  '訪問する',
  '訪問します',
  '訪問いたします',
  '訪問に行きます',
  '訪問に伺います',
  '訪問させて',
  '訪問しよう',
  '訪問したい',
  '訪問に行こう',
  '訪問に行きたい',
  'ほうもんよてい',
];

export const planVisit = defineCommand({
  name: 'plan-visit',
  says: ['訪問予定'],
  help: '担当の市町村への訪問の予定を入れます。相手の方への案内と予定表も届きます。',
  example: '訪問予定 12/10 13:30-16:00 対面',
  english: 'Plan a visit to a municipality you serve.',
  group: { title: '訪問のこと', order: 1 },
  needs: 'visit',
  about: 'municipality',
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: PLANNED,
    wins: 301,
    ofOneself: true,
    labelled: 'left out',
    /** That it is to come is what is said here. */
    judge: (input, said) => ({ input, doubt: said.doubt(/予定|つもり|する|します|いたします/g) }),
  },
  wished: [
    {
      like: /^(?<place>[^\s、。]{2,10}?[市町村])(?:さん)?(?:への|の|へ|に)訪問(?:の?予定)?[をは、]*(?<day>\d{1,2}[/月]\d{1,2}日?|明日|明後日)[のに]?\s*(?:(?<times>\d{1,2}(?:時半?|:\d\d)(?:から|-)\d{1,2}(?:時半?|:\d\d))(?:まで)?)?[にで、]*(?<mode>対面|オンライン)?[にで]?(?:入れ|追加|組[みむん]|設定|予約|登録|お願い)[^、。]*[。]?$/u,
      as: '訪問予定 $<place> $<day> $<times> $<mode>',
    },
  ],

  question: async (given, { municipality }) => planVisitForm(municipality, given),
  again: async (given, { municipality }, errors) => planVisitForm(municipality, given, Object.fromEntries(errors)),

  async prepare(input, turn) {
    const { municipality, who, now, programme } = turn;
    const wanted = wantedOf(input, turn);
    const known = await meetingsLike(turn.store, wanted);
    const id = freeMeetingId(wanted, known);
    const trouble: SlotTrouble | undefined =
      slotTrouble(wanted, calendarFor(wanted.audience, programme.closures), programme, now) ??
      (await besides(id, input, turn));
    const standing = known.find((each) => each.id === id && !isCancelled(each));
    if (!trouble || (standing && isMeant(standing, wanted))) return { found: { id, wanted, standing, who } };
    const { input: name, problem, instead } = trouble;
    return asksBack([name], planVisitForm(municipality, input, { [name]: problem }, instead));
  },

  async run(_input, turn, { id, wanted, standing }) {
    const meeting = await turn.change('meetings', { partition: PROGRAMME, id }, (now) =>
      planned(now, id, wanted, turn),
    );
    const told = standing
      ? notice('quiet', 'この訪問はすでに予定されています。日時を変えるときは「変更する」を押してください。')
      : notice('good', '訪問の予定を入れました。市町村の方にも案内が届きます。');
    return { card: meetingCard(await meetingView(meeting, turn), told), how: 'replace' };
  },
});

type Wanted = Pick<Meeting, 'title' | 'day' | 'start' | 'end' | 'place' | 'audience'> & {
  readonly visit: NonNullable<Meeting['visit']>;
};

function wantedOf({ day, start, end, mode, place }: Input, { municipality, who }: MunicipalStart): Wanted {
  return {
    title: visitTitle(municipality.name),
    ...{ day, start, end },
    place: place ?? (mode === 'online' ? 'オンライン' : ''),
    audience: audienceOf([municipality.code, who.id]),
    visit: { expert: who.id, mode },
  };
}

async function besides(
  id: string,
  { day, start, end }: Input,
  { municipality, who, store, programme }: MunicipalStart,
) {
  const [all, townName] = await Promise.all([visitsOf(who.id, store), municipalityNames(store)]);
  const others = standingVisits(
    all.map(({ meeting }) => meeting).filter((meeting) => meeting.id !== id),
    (record) => all.find((each) => each.record?.id === record)?.record,
  );
  return visitTrouble({ day, start, end }, { municipality: municipality.code, townName, who, programme, others });
}

/** One visit, however often it is asked for; one that was called off is on again, as it is wanted now. */
function planned(now: Meeting | undefined, id: string, wanted: Wanted, turn: MunicipalTurn): Meeting {
  if (!now) return { id, kind: 'visit', ...wanted, scheduledBy: turn.who.id };
  if (!isCancelled(now)) return now;
  const { reason: _no, ...again } = withMeetingChange(
    now,
    { status: 'scheduled', end: wanted.end, place: wanted.place },
    turn.from,
  );
  return { ...again, visit: wanted.visit };
}
