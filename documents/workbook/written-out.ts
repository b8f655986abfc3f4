import type { CellValue } from 'exceljs';
import { findKpi, type Kpi } from '../../programme/catalogue.ts';
import { channels } from '../../programme/channel.ts';
import { type Day, fiscalYearName, weekdayCalled } from '../../programme/day.ts';
import { bindingFields, boundBy, dutiesSaid } from '../../programme/duty.ts';
import { meetingKindNames } from '../../programme/meetings/meeting.ts';
import { circleNames, isCircle } from '../../programme/meetings/party.ts';
import type { Role } from '../../programme/member.ts';
import { plainName } from '../../programme/person-name.ts';
import type { ItemYear, WeeklySlot } from '../../programme/programme.ts';
import { stageName } from '../../programme/progress/item-record.ts';
import { escaped } from '../xlsx/escapes.ts';
import type { ProgrammeContent, WorkbookAssignment, WorkbookMeeting } from './content.ts';
import {
  closureSheet,
  dispatchSheet,
  itemSheet,
  kpiSheet,
  meetingSheet,
  municipalitySheet,
  rosterSheet,
  settingsRows,
  settingsSheet,
} from './sheets.ts';
import { type Filling, template } from './template.ts';

type Row = readonly CellValue[];

/** The words of 名簿 for a role, where they are not what people are called elsewhere. */
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  municipal: '市町村',
  expert: '派遣人材',
  secretariat: '事務局',
  prefecture: '県',
  observer: '閲覧',
};

const text = (said: string | undefined): CellValue => (said === undefined || said === '' ? null : escaped(said));
const date = (day: Day | undefined): CellValue => (day === undefined ? null : new Date(day));
const circle = (is: boolean): CellValue => (is ? '○' : null);
const slot = ({ weekday, time }: WeeklySlot): string => `${weekdayCalled(weekday)} ${time}`;

/**
 * The programme as it now stands, as a workbook that says the same when it is read: it can be changed and imported.
 * @param at the moment it was read from the store; what was decided in chat by then it knows
 */
export function writtenOut(content: ProgrammeContent, at: Date): Promise<Buffer> {
  const names = new Map(content.municipalities.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const filling: Filling = new Map<string, readonly Row[]>([
    [settingsSheet.name, settingRows(content, at)],
    [
      municipalitySheet.name,
      content.municipalities.map(({ code, name, area, supported }) => [
        code,
        text(name),
        text(area),
        supported ? '支援対象' : '支援対象外',
      ]),
    ],
    [rosterSheet.name, content.members.map((member) => memberRow(member, nameOf))],
    [
      itemSheet.name,
      content.items.map(({ municipality, item, year, due, start }) => [
        municipality,
        item,
        yearWord(year, content.programme.fiscalYear),
        date(due),
        start ? stageName(start.stage).replace(/（.*$/, '') : null,
        text(start?.source),
        start?.certainty === 'unknown' ? '不明' : (start?.certainty ?? null),
      ]),
    ],
    [kpiSheet.name, content.kpis.map(kpiRow)],
    [meetingSheet.name, content.meetings.map((meeting) => meetingRow(meeting, nameOf))],
    [
      closureSheet.name,
      content.programme.closures.map(({ day, whom, reason }) => [
        date(day),
        whom === 'all' ? '全' : whom,
        text(reason),
      ]),
    ],
    [dispatchSheet.name, (content.assignments ?? []).map((line) => dispatchRow(line, content.members))],
  ]);
  return template(filling, undefined, new Map([[rosterSheet.name, neverSaid(content.members)]]));
}

/** Columns that hold for everybody once they are there stay away where the roster does not have them. */
function neverSaid(members: ProgrammeContent['members']): ReadonlySet<string> {
  const bound = boundBy(members);
  return new Set(bindingFields.flatMap((field) => (bound.includes(field) ? [] : [rosterSheet.columns[field].heading])));
}

function settingRows({ programme }: ProgrammeContent, at: Date): readonly Row[] {
  return [
    [settingsRows.name.heading, text(programme.name)],
    [settingsRows.prefecture.heading, text(programme.prefecture)],
    [settingsRows.fiscalYear.heading, fiscalYearName(programme.fiscalYear)],
    [settingsRows.start.heading, date(programme.start)],
    [settingsRows.end.heading, date(programme.end)],
    [settingsRows.checkIn.heading, slot(programme.checkIn)],
    [settingsRows.nudge.heading, slot(programme.nudge)],
    [settingsRows.digest.heading, slot(programme.digest)],
    [settingsRows.contact.heading, text(programme.contact)],
    [settingsRows.division.heading, text(programme.division)],
    [settingsRows.writtenOut.heading, at.toISOString()],
  ];
}

function memberRow(member: ProgrammeContent['members'][number], nameOf: (code: string) => string): Row {
  const { name, role, office, municipalities, email, chat, lead, expertise, area, experienced } = member;
  const { duties, party, pledged } = member;
  return [
    text(name),
    ROLE_WORDS[role],
    text(office),
    text(municipalities.map(nameOf).join('、')),
    text(email),
    channels[chat].called,
    circle(lead),
    text(expertise?.join('、')),
    text(area),
    circle(experienced === true),
    text(dutiesSaid(duties)),
    text(party),
    pledged === 'none' ? null : date(pledged),
  ];
}

/** By name alone where nobody else among the experts has it. */
function dispatchRow(
  { municipality, expert, from, until, planned, themes, agreed }: WorkbookAssignment,
  members: ProgrammeContent['members'],
): Row {
  const namesakes = members.filter(({ role, name }) => role === 'expert' && plainName(name) === plainName(expert.name));
  const who = namesakes.length > 1 ? `${expert.office} ${expert.name}` : expert.name;
  return [municipality, text(who), date(from), date(until), planned ?? null, text(themes?.join('、')), date(agreed)];
}

function yearWord(year: ItemYear, fiscalYear: number): string {
  if (year === 'none') return '対象外';
  return year === 'this' ? fiscalYearName(fiscalYear) : `${fiscalYearName(fiscalYear + 1)}以降`;
}

function kpiRow({ municipality, kpi: id, baseline, target, due, weekly }: ProgrammeContent['kpis'][number]): Row {
  const kpi = findKpi(id);
  return [municipality, id, amount(kpi, baseline), amount(kpi, target), date(due), circle(weekly)];
}

/** As many digits as a cell shows for certain. */
const SHOWN_DIGITS = 9;

/** A rate says that it is one; a number that a cell might show rounded is kept as it is written. */
function amount(kpi: Kpi | undefined, value: number | undefined): CellValue {
  if (value === undefined) return null;
  if (kpi?.type === 'boolean') return value === 1 ? '有' : '無';
  if (kpi?.type === 'percent') return `${value}%`;
  return String(value).length > SHOWN_DIGITS ? String(value) : value;
}

function meetingRow(meeting: WorkbookMeeting, nameOf: (code: string) => string): Row {
  const { title, kind, day, start, end, place, audience, people = [] } = meeting;
  const parties = audience.map((party) => (isCircle(party) ? circleNames[party] : nameOf(party)));
  const whom = [...parties, ...people.map(({ name, office }) => `${office} ${name}`)].join('、');
  return [text(title), meetingKindNames[kind], date(day), start, end, text(place), text(whom)];
}
