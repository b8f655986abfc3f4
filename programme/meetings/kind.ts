import { instantOf } from '../day.ts';
import { defineKind, inOne, ofYearOfDay, PROGRAMME } from '../kind.ts';
import { exportSheet } from '../sheet.ts';
import { audienceName } from './audience.ts';
import { isCancelled, Meeting, meetingKindNames } from './meeting.ts';

const isOfOneTown = ({ audience }: Meeting, code: string): boolean =>
  Array.isArray(audience) && audience.length === 1 && audience[0] === code;

export const meetings = defineKind({
  name: 'meetings',
  called: '会議',
  container: 'state',
  schema: Meeting,
  ...inOne(PROGRAMME),
  id: ({ id }) => id,
  belongsTo: (meeting, { code }) => {
    const { audience } = meeting;
    if (isOfOneTown(meeting, code)) return { own: meeting };
    if (audience === 'all') return { own: meeting, rest: meeting };
    if (!Array.isArray(audience) || !audience.includes(code)) return undefined;
    const rest = { ...meeting, audience: audience.filter((each) => each !== code) };
    return { own: { ...meeting, audience: [code] }, rest };
  },
  ofOneMunicipality: isOfOneTown,
  ofYear: ofYearOfDay(({ day }) => day),
  keptFor: { years: 'records', isOver: ({ day }, { isOld }) => isOld(instantOf(day).toISOString()) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<Meeting>('会議', 'meetings', {
        会議名: ({ title }) => title,
        種別: ({ kind }) => meetingKindNames[kind],
        日付: ({ day }) => day,
        開始: ({ start }) => start,
        終了: ({ end }) => end,
        場所: ({ place }) => place,
        対象: ({ audience }, { townName }) => audienceName(audience, townName),
        状態: (meeting) => (isCancelled(meeting) ? '中止' : ''),
      }),
    ],
  },
  erasedLast: 'landmarks',
  audited: true,
  ofTheChat: [],
});
