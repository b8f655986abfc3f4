import { instantOf, shortDate } from '../day.ts';
import { defineKind, inOne, type OwningMunicipality, ofYearOfDay, PROGRAMME, parted } from '../kind.ts';
import { members } from '../member.ts';
import { exportSheet } from '../sheet.ts';
import type { OwnWay } from '../undo.ts';
import { audienceName } from './audience.ts';
import { isCancelled, Meeting, meetingKindNames } from './meeting.ts';
import { isPerson } from './party.ts';

/** What of an audience is a municipality's: itself, and its people. */
const partsOf = ({ audience }: Meeting, { code, has }: Pick<OwningMunicipality, 'code' | 'has'>) =>
  parted(audience, (party) => party === code || (isPerson(party) && has(members, party)));

/** Whoever else is named, the secretariat runs it and an expert visits: that makes it nobody's but the municipality's. */
function isOfOneTown(meeting: Meeting, town: Pick<OwningMunicipality, 'code' | 'has'>): boolean {
  const [own, others] = partsOf(meeting, town);
  return own.length > 0 && others.every((party) => party === 'secretariat' || party === meeting.visit?.expert);
}

/** Before an audience was a set, a circle stood alone. */
function asSet(body: unknown): unknown {
  const { audience, ...meeting } = body as { readonly audience: unknown };
  return { ...meeting, audience: typeof audience === 'string' ? [audience] : audience };
}

/** What was changed is changed again, or put back; what was made is called off. */
function meetingWay(meeting: Meeting, said: string): OwnWay | undefined {
  const { id, title, changed, scheduledBy } = meeting;
  const input = { meetings: [id] };
  const what = `${shortDate(meeting.day)}の${title}`;
  const cancel = { command: 'cancel-meeting', input };
  if (changed?.ask === said)
    return isCancelled(meeting)
      ? { what: `${what}の中止`, back: { ...cancel, input: { ...input, back: 'yes' } }, anew: '予定に戻す' }
      : {
          what: `${what}の変更`,
          back: { command: 'change-meeting', input: { meeting: id } },
          anew: 'もう一度変更する',
        };
  const isMade = scheduledBy !== undefined && changed === undefined && !isCancelled(meeting);
  return isMade ? { what, back: cancel, anew: 'この会議を中止する' } : undefined;
}

export const meetings = defineKind({
  name: 'meetings',
  called: '会議',
  container: 'state',
  schema: Meeting,
  upcasts: [asSet],
  ...inOne(PROGRAMME),
  id: ({ id }) => id,
  belongsTo: (meeting, town) => {
    if (isOfOneTown(meeting, town)) return { own: meeting };
    const { audience } = meeting;
    const [own, others] = partsOf(meeting, town);
    const rest = own.length === 0 ? meeting : { ...meeting, audience: others };
    if (audience.includes('all') || (town.supported && audience.includes('supported'))) return { own: meeting, rest };
    return own.length === 0 ? undefined : { own: { ...meeting, audience: own }, rest };
  },
  ofOneMunicipality: (meeting, code, has) => isOfOneTown(meeting, { code, has }),
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
        対象: ({ audience }, { townName, nameOf }) => audienceName(audience, { town: townName, person: nameOf }),
        状態: (meeting) => (isCancelled(meeting) ? '中止' : ''),
        中止の理由: (meeting) => (isCancelled(meeting) ? meeting.reason : undefined),
      }),
    ],
  },
  erasedLast: 'landmarks',
  takenBack: { never: 'a meeting is changed or called off, and those invited are told', ownWay: meetingWay },
  audited: true,
  ofTheChat: [],
});
