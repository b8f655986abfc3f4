import { importWorkbook } from '../../../bot/hand-over/import/import-workbook.ts';
import type { TurnStart } from '../../../bot/turn.ts';
import { writeHistory } from '../../../demo/history.ts';
import { writeMoney } from '../../../demo/money.ts';
import { writePlans } from '../../../demo/plans.ts';
import { EXPERT, fictionalProgramme, OFFICE, OFFICER, PREFECTURE_OFFICER } from '../../../demo/programme.ts';
import { writeSupport } from '../../../demo/support.ts';
import { writeTrust } from '../../../demo/trust.ts';
import type { ProgrammeContent } from '../../../documents/workbook/content.ts';
import { catalogue } from '../../../programme/catalogue.ts';
import { type Meeting, meetingId } from '../../../programme/meetings/meeting.ts';
import { audienceOf } from '../../../programme/meetings/party.ts';
import { visitTitle } from '../../../programme/visits/visit-slot.ts';
import { openEmbedded } from '../../../storage/embedded.ts';
import { memberId } from '../../../storage/ids.ts';
import { openOn } from '../world.ts';

/** Wednesday, 25 November 2026, 10:00 in Japan. */
const NOW = new Date('2026-11-25T10:00:00+09:00');
const expertId = memberId({ email: EXPERT, name: '', office: '' });
const HERS = ['203033', '203611'];

/** Whom `as` means: one person of the roster for each. */
const EMAILS: Readonly<Record<string, string>> = {
  'municipal:203033': OFFICER,
  'municipal:203611': 'lead-203611@town.example.jp',
  'municipal:203041': 'lead-203041@town.example.jp',
  'expert:203033,203611': EXPERT,
  secretariat: OFFICE,
  prefecture: PREFECTURE_OFFICER,
  'observer:202029': 'observer-202029@city.example.jp',
};

type SetsWorld = { turnOf(as: string, now: string): TurnStart; close(): Promise<void> };

/** The programme the sets were written for, as their README says. */
export async function openSets(): Promise<SetsWorld> {
  const { store, close } = await openEmbedded(':memory:');
  const content = withExpert(fictionalProgramme(NOW));
  await importWorkbook(store, content, NOW);
  await writeHistory(store, content, NOW);
  await writeSupport(store, content, NOW);
  await writeTrust(store, content, NOW);
  await writePlans(store, NOW);
  await writeMoney(store, NOW);
  await importWorkbook(store, withEverything(content), NOW);
  await store.meetings.put(visit(), 'absent');
  const { turnOf } = await openOn(store, close);
  return {
    close,
    turnOf(as, now) {
      const email = EMAILS[as];
      if (email === undefined) throw new Error(`nobody is ${as}`);
      return turnOf(email, now);
    },
  };
}

const withExpert = (content: ProgrammeContent): ProgrammeContent => ({
  ...content,
  members: content.members.map((member) => (member.email === EXPERT ? { ...member, municipalities: HERS } : member)),
});

/** Every item is of this year, every KPI of the programme is kept, and there are some meetings more. */
function withEverything(content: ProgrammeContent): ProgrammeContent {
  const towns = content.municipalities.filter(({ supported }) => supported).map(({ code }) => code);
  const isKnown = (municipality: string, kpi: string) =>
    content.kpis.some((each) => each.municipality === municipality && each.kpi === kpi);
  return {
    ...content,
    items: content.items.map((item) => ({ ...item, year: 'this' as const })),
    kpis: [
      ...content.kpis,
      ...towns.flatMap((municipality) =>
        catalogue.kpis
          .filter(({ id }) => /^K[0-3]/.test(id) && !isKnown(municipality, id))
          .map(({ id }) => ({ municipality, kpi: id, weekly: false })),
      ),
    ],
    meetings: [...content.meetings, ...more],
  };
}

const meeting = (title: string, day: string, [start, end]: readonly [string, string], audience: readonly string[]) => ({
  ...{ id: meetingId({ title, day, start }), title, day, start, end, kind: 'other' as const },
  ...{ place: 'オンライン', audience: [...audience] },
});
const withTown = (code: string) => [code, 'secretariat', expertId];
const more: ProgrammeContent['meetings'] = [
  meeting('下諏訪町打合せ', '2026-11-20', ['14:00', '15:00'], withTown('203611')),
  meeting('小海町打合せ', '2026-11-24', ['10:00', '11:00'], withTown('203033')),
  meeting('フロントヤード改革研修', '2026-12-08', ['10:00', '12:00'], ['all']),
  meeting('下諏訪町打合せ', '2026-12-10', ['14:00', '15:00'], withTown('203611')),
  meeting('小海町打合せ', '2026-12-11', ['10:00', '11:00'], withTown('203033')),
];

function visit(): Meeting {
  const about = { title: visitTitle('下諏訪町'), day: '2026-12-09', start: '13:30' };
  return {
    ...{ ...about, id: meetingId(about), kind: 'visit', end: '16:00', place: '下諏訪町役場' },
    ...{ audience: audienceOf(['203611', expertId]), scheduledBy: expertId },
    visit: { expert: expertId, mode: 'in-person' },
  };
}
