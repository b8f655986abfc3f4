import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { meetingId } from '../../programme/meetings/meeting.ts';
import type { Store } from '../../storage/collections.ts';
import { itemAt } from '../../storage/progress.ts';

export const [HOME, NEIGHBOUR, NEWCOMER] = ['203033', '203041', '203050'] as const;
export const AT = new Date('2025-03-27T17:00:00+09:00');

const slot = (weekday: number) => ({ weekday, time: '09:00' });
const settings = (fiscalYear: number) => ({
  ...{
    name: `${fiscalYear}の事業`,
    prefecture: '長野県',
    fiscalYear,
    checkIn: slot(1),
    nudge: slot(3),
    digest: slot(5),
  },
  ...{ start: `${fiscalYear}-04-10`, end: `${fiscalYear + 1}-03-14` },
  closures: [{ day: `${fiscalYear}-08-15`, whom: 'all' as const, reason: '夏季休業' }],
});
const town = (code: string, supported = true) => ({ code, name: `${code.slice(3)}町`, area: '佐久', supported });
const person = (name: string, municipality: string) => ({
  ...{ name, role: 'municipal' as const, office: `${municipality} 総務課`, municipalities: [municipality] },
  ...{ email: `${name}@town.example.jp`, chat: 'teams' as const, lead: true },
});
const meeting = (title: string, day: string) => {
  const when = { title, day, start: '14:00' };
  return {
    ...when,
    id: meetingId(when),
    kind: 'progress' as const,
    end: '15:00',
    place: '県庁',
    audience: ['all' as const],
  };
};

/** 令和6年度 of three municipalities. */
export const thisYear: ProgrammeContent = {
  programme: settings(2024),
  municipalities: [town(HOME), town(NEIGHBOUR), town(NEWCOMER, false)],
  members: [person('hanako', HOME), person('taro', NEIGHBOUR)],
  items: [
    { municipality: HOME, item: 'S1-3', year: 'this', due: '2025-02-28' },
    { municipality: HOME, item: 'S2-1', year: 'this' },
    { municipality: HOME, item: 'S3-3', year: 'later' },
    { municipality: NEIGHBOUR, item: 'S1-3', year: 'none' },
    { municipality: NEIGHBOUR, item: 'S2-1', year: 'this' },
  ],
  kpis: [
    { municipality: HOME, kpi: 'K0-03', baseline: 10, target: 80, weekly: true },
    { municipality: NEIGHBOUR, kpi: 'K0-03', weekly: true },
  ],
  meetings: [meeting('反省会', '2025-03-28')],
};

/** 令和7年度: one municipality leaves, one comes, and so do their people. */
export const nextYear: ProgrammeContent = {
  programme: settings(2025),
  municipalities: [town(HOME), town(NEIGHBOUR, false), town(NEWCOMER)],
  members: [person('hanako', HOME), person('jiro', NEWCOMER)],
  items: [
    { municipality: HOME, item: 'S1-3', year: 'this', due: '2026-02-27' },
    { municipality: NEWCOMER, item: 'S1-3', year: 'this' },
  ],
  kpis: [
    { municipality: HOME, kpi: 'K0-03', baseline: 62, target: 95, weekly: true },
    { municipality: NEWCOMER, kpi: 'K0-03', target: 50, weekly: true },
  ],
  meetings: [meeting('第1回', '2025-05-20')],
};

/** The same programme one year on, for a workbook of the year after that. */
export function oneYearOn(content: ProgrammeContent): ProgrammeContent {
  const fiscalYear = content.programme.fiscalYear + 1;
  return {
    ...content,
    programme: settings(fiscalYear),
    items: content.items.map(({ due: _, ...line }) => line),
    meetings: [meeting('第1回', `${fiscalYear}-05-20`)],
  };
}

/** The store in its first year, with two reports. */
export async function settle(store: Store): Promise<void> {
  await importWorkbook(store, thisYear, new Date('2024-08-01T09:00:00+09:00'));
  for (const [item, stage] of [
    ['S1-3', 'inProgress'],
    ['S2-1', 'done'],
  ] as const) {
    const at = itemAt(HOME, 2024, item);
    const found = await store.items.get(at.partition, at.id);
    if (!found) throw new Error(`no ${item}`);
    const version = {
      number: 1,
      stage,
      by: 'member-1',
      at: '2024-10-01T00:00:00.000Z',
      via: 'teams',
      ask: `ask-${item}`,
    };
    await store.items.put({ ...found.value, versions: [version] }, found.etag);
  }
}
