import type { ProgrammeContent } from '../documents/workbook/content.ts';
import { calendarOf, nextOpenDay, previousOpenDay } from '../programme/calendar.ts';
import { catalogue, findKpi } from '../programme/catalogue.ts';
import { addDays, addMonths, type Day, dayOf, fiscalYearOf } from '../programme/day.ts';
import { meetingId } from '../programme/meetings/meeting.ts';
import type { Municipality } from '../programme/municipality.ts';
import type { ItemYear } from '../programme/programme.ts';
import { addWeeks, weekOf } from '../programme/week.ts';
import { dice, personName } from './people.ts';

/** How long the fictional programme has been running, and how long it goes on. */
const WEEKS_OF_HISTORY = 26;
const WEEKS_AHEAD = 16;

const SUPPORTED: readonly (readonly [string, string, string])[] = [
  ['203033', '小海町', '佐久'],
  ['203041', '川上村', '佐久'],
  ['203050', '南牧村', '佐久'],
  ['203068', '南相木村', '佐久'],
  ['203092', '佐久穂町', '佐久'],
  ['203246', '立科町', '佐久'],
  ['203491', '青木村', '上田'],
  ['203505', '長和町', '上田'],
  ['203611', '下諏訪町', '諏訪'],
  ['203629', '富士見町', '諏訪'],
  ['203637', '原村', '諏訪'],
  ['203823', '辰野町', '上伊那'],
  ['203840', '飯島町', '上伊那'],
  ['203866', '中川村', '上伊那'],
  ['204021', '松川町', '南信州'],
  ['204048', '阿南町', '南信州'],
  ['204072', '阿智村', '南信州'],
  ['204226', '上松町', '木曽'],
  ['204234', '南木曽町', '木曽'],
  ['204323', '木曽町', '木曽'],
  ['204463', '麻績村', '松本'],
  ['204811', '池田町', '北アルプス'],
  ['204820', '松川村', '北アルプス'],
  ['205419', '小布施町', '長野'],
  ['205621', '木島平村', '北信'],
];
const OTHERS: readonly (readonly [string, string, string])[] = [
  ['202011', '長野市', '長野'],
  ['202029', '松本市', '松本'],
  ['205630', '野沢温泉村', '北信'],
];
const WEEKLY = ['K0-03', 'K1-03', 'K1-04', 'K3-201', 'K3-801'];
const MONTHLY = ['K0-01', 'K1-01', 'K1-02', 'K2-01', 'K2-04', 'K2-06', 'K2-11', 'K3-102', 'K3-603'];

/** Those the demonstration opens a chat for; the expert is assigned to the officer's municipality. */
export const OFFICER = 'yamada@town.example.jp';
export const EXPERT = 'expert-1@expert.example.jp';
export const OFFICE = 'office-1@office.example.jp';
export const PREFECTURE_OFFICER = 'dx-shinrin@pref.example.jp';
/** The municipality of the officer. */
export const HOME = '203033';

/** A complete fictional programme around this moment: 25 municipalities that are supported, three that are not, and everyone who takes part. */
export function fictionalProgramme(now: Date): ProgrammeContent {
  const start = addWeeks(weekOf(now), -WEEKS_OF_HISTORY);
  const end = previousOpenDay(addDays(weekOf(now), WEEKS_AHEAD * 7 + 4), calendarOf([]));
  const weekly = (weekday: number, time: string) => ({ weekday, time });
  const municipalities = [
    ...SUPPORTED.map((town) => municipality(town, true)),
    ...OTHERS.map((town) => municipality(town, false)),
  ];
  const period = { start, end, today: dayOf(now) };
  return {
    programme: {
      name: '市町村DX伴走支援事業（架空）',
      prefecture: '長野県',
      fiscalYear: fiscalYearOf(dayOf(now)),
      start,
      end,
      checkIn: weekly(1, '09:00'),
      nudge: weekly(3, '09:00'),
      digest: weekly(5, '16:00'),
      division: 'DX推進課',
      contact: '026-000-0000（平日9時〜17時）',
      closures: [{ day: nextOpenDay(addDays(dayOf(now), 30), calendarOf([])), whom: HOME, reason: '議会対応' }],
    },
    municipalities,
    members: [...municipalPeople(), ...otherPeople()],
    items: SUPPORTED.flatMap(([code], town) => itemsOf(code, town, period)),
    kpis: SUPPORTED.flatMap(([code], town) => kpisOf(code, town, period)),
    meetings: meetings(start, end),
  };
}

type Period = { readonly start: Day; readonly end: Day; readonly today: Day };

function municipality([code, name, area]: readonly [string, string, string], supported: boolean): Municipality {
  return { code, name, area, supported };
}

function person(
  index: number,
  role: ProgrammeContent['members'][number]['role'],
  office: string,
  municipalities: readonly string[],
  email: string,
  lead: boolean,
) {
  const chat = index % 3 === 2 ? ('line-works' as const) : ('teams' as const);
  return { name: personName(index), role, office, municipalities: [...municipalities], email, chat, lead };
}

/** A lead in every town, and a second officer where there is one. */
function municipalPeople() {
  return SUPPORTED.flatMap(([code, name], town) => {
    const email = code === HOME ? OFFICER : `lead-${code}@town.example.jp`;
    const lead = {
      ...person(town, 'municipal', `${name} 総務課`, [code], email, true),
      ...(code === HOME ? { chat: 'teams' as const } : {}),
    };
    const second = person(town + 30, 'municipal', `${name} 企画係`, [code], `second-${code}@town.example.jp`, false);
    return town % 2 === 0 ? [lead, second] : [lead];
  });
}

function otherPeople() {
  const experts = Array.from({ length: 8 }, (_, i) => {
    const assigned = SUPPORTED.filter((_town, at) => at % 8 === i).map(([code]) => code);
    return person(60 + i, 'expert', '派遣人材', assigned, `expert-${i + 1}@expert.example.jp`, false);
  });
  const secretariat = Array.from({ length: 5 }, (_, i) =>
    person(75 + i, 'secretariat', '伴走支援事務局', [], `office-${i + 1}@office.example.jp`, i === 0),
  );
  const prefecture = Array.from({ length: 5 }, (_, i) =>
    person(
      81 + i,
      'prefecture',
      '長野県 DX推進課',
      [],
      i === 0 ? PREFECTURE_OFFICER : `pref-${i + 1}@pref.example.jp`,
      i === 0,
    ),
  ).map((member) => ({ ...member, chat: 'teams' as const }));
  const observers = OTHERS.map(([code, name], i) =>
    person(90 + i, 'observer', `${name} 情報政策課`, [code], `observer-${code}@city.example.jp`, false),
  );
  return [...experts, ...secretariat, ...prefecture, ...observers];
}

function itemsOf(municipality: string, town: number, { start, end }: Period): ProgrammeContent['items'] {
  const roll = dice(1000 + town);
  return catalogue.items.map((item, at) => {
    const order = Number(item.step.slice(-1));
    const year = yearOf(order, roll);
    const due = previousOpenDay(addDays(start, 40 + order * 55 + (at % 5) * 9), calendarOf([]));
    return { municipality, item: item.id, year, ...(year === 'this' ? { due: due < end ? due : end } : {}) };
  });
}

/** The first steps belong to this year; of the last one, a good part is for later or not for everyone. */
function yearOf(order: number, roll: () => number): ItemYear {
  if (order < 3) return roll() < 0.9 ? 'this' : 'later';
  if (roll() < 0.45) return 'this';
  return roll() < 0.85 ? 'later' : 'none';
}

function kpisOf(municipality: string, town: number, { start, end }: Period): ProgrammeContent['kpis'] {
  const roll = dice(2000 + town);
  return [...WEEKLY, ...MONTHLY].map((id) => {
    const kpi = findKpi(id);
    const target = kpi?.suggested?.target;
    const baseline = kpi?.type === 'percent' ? Math.round(roll() * 20) : 0;
    return {
      municipality,
      kpi: id,
      baseline,
      ...(target === undefined ? {} : { target }),
      due: addDays(end, -7) > start ? addDays(end, -7) : end,
      weekly: WEEKLY.includes(id),
    };
  });
}

/** What the municipalities meet for every month, on the third Thursday or the next open day. */
const TOWNS = { title: '市町村連絡会議', kind: 'other', audience: ['all'] } as const;
/** 県 and 事務局 go through the programme in the week after, once in a quarter. */
const STEERING = { title: '進捗状況確認会議', kind: 'progress', audience: ['prefecture', 'secretariat'] } as const;
const QUARTERS = ['06', '09', '12', '03'];

function meetings(start: Day, end: Day): ProgrammeContent['meetings'] {
  const months = Array.from({ length: 12 }, (_, month) => addMonths(start, month).slice(0, 7));
  const days = months
    .map((month) => ({ month, day: thirdThursday(month) }))
    .filter(({ day }) => day > start && day < end);
  const forTowns = days.map(({ day }, at) => meeting(TOWNS, `第${at + 1}回 ${TOWNS.title}`, day));
  const steering = days
    .filter(({ month }) => QUARTERS.includes(month.slice(5)))
    .map(({ month, day }) => {
      const after = nextOpenDay(addDays(day, 5), calendarOf([]));
      return meeting(STEERING, `${STEERING.title}（${Number(month.slice(5))}月）`, after);
    })
    .filter(({ day }) => day < end);
  return [...forTowns, ...steering];
}

function thirdThursday(month: string): Day {
  const first = `${month}-01`;
  return nextOpenDay(addDays(first, ((11 - new Date(first).getUTCDay()) % 7) + 14), calendarOf([]));
}

function meeting({ kind, audience }: typeof TOWNS | typeof STEERING, title: string, day: Day) {
  const slot = { title, day, start: '14:00', end: '15:30' };
  return { ...slot, id: meetingId(slot), kind, place: 'オンライン', audience: [...audience] };
}
