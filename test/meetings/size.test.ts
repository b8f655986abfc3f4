import { draw } from '../../bot/channels/teams/draw.ts';
import { type Owners, ownerChoices, ownerOf } from '../../bot/features/meetings/owners.ts';
import { checkInCard } from '../../cards/check-in/check-in.ts';
import * as example from '../../cards/example.ts';
import { actionsCard } from '../../cards/meetings/actions.ts';
import { agendaCard } from '../../cards/meetings/agenda.ts';
import { meetingFormCard, seriesMadeCard, seriesPreviewCard } from '../../cards/meetings/form.ts';
import { meetingCard } from '../../cards/meetings/meeting.ts';
import { meetingsCard } from '../../cards/meetings/meetings.ts';
import { minutesFormCard } from '../../cards/meetings/minutes.ts';
import type { ActionItem } from '../../programme/meetings/action-item.ts';
import { agendaOf } from '../../programme/meetings/agenda.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { MinutesText } from '../../programme/meetings/minutes-text.ts';
import type { Member } from '../../programme/member.ts';
import { progressOf } from '../../programme/progress/step-standing.ts';
import { weeklyItems, weeklyKpis } from '../../programme/progress/weekly.ts';

/** As much as people may write, and as many as a prefecture can have: 北海道 has 179 municipalities. */
const TOWNS = 179;
const long = (length: number) => '長'.repeat(length);
const code = (at: number) => String(100000 + at);
const from = { by: 'member-0123456789abcdef', at: '2024-11-06T01:00:00.000Z', via: 'teams', ask: 'a'.repeat(24) };
const meeting = (at = 0): Meeting => ({
  id: `meeting-20241121T0500Z-1f3a5c7e-${at}`,
  title: long(80),
  kind: 'progress',
  day: '2024-11-21',
  start: '14:00',
  end: '15:30',
  place: long(100),
  audience: ['all'],
});
const view = (at: number) => ({
  meeting: meeting(at),
  audience: '全市町村',
  phase: 'over' as const,
  answer: { answer: 'substitute' as const, substitute: long(40) },
  mayName: true,
  mayAnswer: true,
  mayConvene: true,
  answers: {
    counts: { attend: 1, substitute: 2, decline: 3, none: 400 },
    silent: Array.from({ length: TOWNS }, (_, town) => `${long(5)}${town}`),
  },
  decisions: [long(1000), long(1000)],
  actions: Array.from({ length: 50 }, () => ({ what: long(100), who: long(20), due: '2024-12-02', done: false })),
  minutesDue: '2024-11-28',
});
const action = (at: number): ActionItem => ({
  id: `action-${meeting().id}:${at}`,
  meeting: meeting().id,
  owner: from.by,
  what: long(100),
  due: '2024-12-02',
  recorded: from,
});
const member = (role: Member['role'], at: number): Member => ({
  id: `member-${String(at).padStart(16, '0')}`,
  name: `長野 太郎${at}`,
  role,
  office: `長野県庁${long(8)}`,
  municipalities: role === 'municipal' ? [code(at)] : [],
  chat: 'teams',
  lead: true,
  active: true,
});
const owners = (towns: number): Owners => ({
  people: [
    ...Array.from({ length: towns }, (_, at) => member('municipal', at)),
    ...Array.from({ length: 5 }, (_, at) => member('secretariat', 5000 + at)),
  ],
  townOf: (of) => `南佐久穂町${of}`,
});

const cards = {
  'a page of meetings': () =>
    meetingsCard({
      views: [0, 1, 2, 3, 4, 5].map(view),
      page: 2,
      pages: 9,
      past: false,
      mayConvene: true,
      actions: 50,
    }),
  'a meeting': () => meetingCard(view(0)),
  'the 次第': () =>
    agendaCard({
      meeting: meeting(),
      entries: agendaOf({
        today: '2024-12-10',
        participants: Array.from({ length: TOWNS }, (_, at) => ({
          municipality: { code: code(at), name: `南佐久穂町${at}`, area: '佐久', supported: true },
          records: progressOf(
            [{ municipality: code(at), fiscalYear: 2024, item: 'S0-1', year: 'this', due: '2024-11-01', versions: [] }],
            [],
          ),
          helps: [{ ...from, id: `help-${at}`, municipality: code(at), text: '' }],
        })),
        actions: Array.from({ length: 50 }, (_, at) => action(at)),
        topics: Array.from({ length: 50 }, (_, at) => ({ ...from, id: `t${at}`, meeting: 'm', text: long(300) })),
      }),
      mayAdd: true,
    }),
  'a form for any municipality': () =>
    meetingFormCard(
      { title: '会議作成', submit: '作成する', ask: { command: 'schedule-meeting', input: {} }, given: {} },
      {
        municipalities: Array.from({ length: TOWNS }, (_, at) => ({
          ...example.town,
          code: code(at),
          name: `南佐久穂町${at}`,
        })),
      },
    ),
  'a series of two years': () => {
    const days = Array.from({ length: 24 }, () => ({ day: '2024-11-21', movedFrom: '2024-11-20' }));
    const given = { title: long(80), place: long(100) };
    const [title, place] = [long(80), long(100)];
    return seriesPreviewCard({ title, first: 1, days, start: '14:00', end: '15:30', place, audience: '県', given });
  },
  'a series that was made': () => seriesMadeCard(Array.from({ length: 24 }, (_, at) => meeting(at))),
  'a weekly card with homework': () =>
    checkInCard({
      ...{ municipality: example.town, week: example.week, today: example.today },
      kpis: weeklyKpis(example.records),
      items: weeklyItems(example.records),
      actions: Array.from({ length: 50 }, (_, at) => [action(at), `担当 ${long(20)}さん`] as const),
    }),
  'all homework': () =>
    actionsCard(
      Array.from({ length: 50 }, (_, at) => [action(at), `前任の${long(20)}さんから引き継ぎ`] as const),
      '2024-12-10',
    ),
  ...Object.fromEntries(
    [1, 25, 77, TOWNS, 1741].map((towns) => [
      `minutes for ${towns} municipalities`,
      () =>
        minutesFormCard({
          meeting: meeting(),
          said: {
            decisions: long(2000),
            texts: Object.fromEntries(MinutesText.options.map((name) => [name, long(250)])),
          },
          seen: 0,
          recorded: view(0)
            .actions.slice(0, 10)
            .map((one) => ({ ...one, what: long(60) })),
          ...ownerChoices(owners(towns)),
        }),
    ]),
  ),
};

it.each(Object.entries(cards))('%s fits in a message', (_what, make) => {
  expect(() => draw(make())).not.toThrow();
});

describe('whom a form offers', () => {
  it('people where they fit, then offices, then nobody: it is written', () => {
    const few = ownerChoices(owners(3));
    expect([few.rows, few.people[0]?.value]).toEqual([5, expect.stringMatching(/^member-/)]);
    const more = ownerChoices(owners(40));
    expect([more.rows, more.people[0]]).toEqual([5, { value: 'secretariat', label: '事務局' }]);
    expect(ownerChoices(owners(TOWNS)).rows).toBeGreaterThanOrEqual(1);
    expect(ownerChoices(owners(1741))).toEqual({ people: [], rows: 5 });
  });

  it('an office stands for its lead, a name for the person when only one has it', () => {
    const all = owners(3);
    const colleague = { ...member('municipal', 0), id: 'second', name: '同 名', lead: false };
    const namesake = { ...member('municipal', 1), id: 'third', name: '同名', lead: false };
    const found = (said: string, people = [colleague, ...all.people, namesake]) =>
      ownerOf(said, { ...all, people })?.id;
    expect(found(code(0))).toBe(member('municipal', 0).id);
    expect(found('南佐久穂町100002')).toBe(member('municipal', 2).id);
    expect(found('長野太郎2')).toBe(member('municipal', 2).id);
    expect(found('事務局')).toBe(member('secretariat', 5000).id);
    expect([found('同名'), found('知らない人')]).toEqual([undefined, undefined]);
  });
});
