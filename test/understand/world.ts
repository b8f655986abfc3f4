import { readFileSync } from 'node:fs';
import { admission } from '../../bot/features/admission.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import type { TurnStart } from '../../bot/turn.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { readingOfTown } from '../../programme/gazetteer.ts';
import { meetingId } from '../../programme/meetings/meeting.ts';
import { Member } from '../../programme/member.ts';
import { withItemReport } from '../../programme/progress/item-record.ts';
import { withKpiReport } from '../../programme/progress/kpi-record.ts';
import { kinds, MEMBERS, type OpenStore, PROGRAMME } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { itemAt, kpiAt } from '../../storage/progress.ts';
import { change } from '../../storage/store.ts';

/** Tuesday, 8 October 2024, 10:00 in Japan. */
const NOW = '2024-10-08T10:00:00+09:00';
export type As = 'town' | 'expert' | 'office' | 'pref';
const emails: Readonly<Record<As, string>> = {
  town: 'yamada@town.example.jp',
  expert: 'expert@expert.example.jp',
  office: 'office@office.example.jp',
  pref: 'dx@pref.example.jp',
};
/** Run from the root of the repository, by jest and by the bench. */
const HERE = 'test/understand';
/** 小海町, 松川町, 松川村, 飯綱町: those somebody reports for. */
const REPORTING = ['203033', '204021', '204820', '205907'];
/** 茅野市, 安曇野市, 佐久穂町: those that have records as well. */
const RECORDED = [...REPORTING, '202142', '202207', '203092'];

export type World = {
  readonly store: OpenStore['store'];
  turn(as: As, now?: string): TurnStart;
  close(): Promise<void>;
};

/**
 * All 77 municipalities, all items and KPIs where somebody reports. What is corrected, taken back and said to be as
 * before was reported half an hour ago: there was nothing to measure, so that no value is unusual beside it.
 */
export async function openWorld(): Promise<World> {
  const { turnOf, ...open } = await openWith(content());
  const from = { by: emails.town, at: '2024-10-08T00:30:00.000Z', via: 'teams', ask: 'earlier' } as const;
  const [home = ''] = REPORTING;
  for (const kpi of ['K0-03', 'K1-04'])
    await change(open.store.kpis, kpiAt(home, 2024, kpi), (record) => {
      if (!record) throw new Error(`${kpi} was not imported`);
      const report = { week: '2024-09-30', kind: 'confirmedNone' } as const;
      return { value: withKpiReport(record, report, from, { now: new Date(from.at) }) };
    });
  await change(open.store.items, itemAt(home, 2024, 'S1-3'), (record) => {
    if (!record) throw new Error('S1-3 was not imported');
    return { value: withItemReport(record, { stage: 'notStarted' }, from) };
  });
  return { ...open, turn: (as, at) => turnOf(emails[as], at) };
}

type Open = Omit<World, 'turn'> & { turnOf(email: string, now?: string): TurnStart };

/** A programme of one's own, and what a turn of somebody on its roster begins with. */
export async function openWith(imported: ProgrammeContent, now = new Date(NOW)): Promise<Open> {
  const { store, close } = await openEmbedded(':memory:');
  await importWorkbook(store, imported, now);
  return openOn(store, close);
}

/** What a turn of somebody on the roster of a filled store begins with. */
export async function openOn(store: OpenStore['store'], close: OpenStore['close']): Promise<Open> {
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  const members = (await store.members.list(MEMBERS)).map(({ value }) => Member.parse(value));
  if (!programme) throw new Error('the programme was not imported');
  return {
    store,
    close,
    turnOf: (said, at = NOW) => ({
      who: members.find(({ email }) => email === said),
      now: new Date(at),
      programme,
      store,
      admission,
      jobs,
      kinds,
      via: 'teams',
      person: said,
      room: { id: said, channel: 'teams', address: said, audience: undefined },
      from: { by: said, at: new Date(at).toISOString(), via: 'teams', ask: 'test' },
    }),
  };
}

function content(): ProgrammeContent {
  const person = (name: string, role: Member['role'], office: string, municipalities: string[], email: string) =>
    ({ name, role, office, municipalities, email, chat: 'teams', lead: true }) as const;
  const meeting = { title: '第3回 進捗状況確認会議', day: '2024-10-17', start: '14:00', end: '15:30' };
  return {
    programme: {
      name: '市町村DX伴走支援事業（架空）',
      prefecture: '長野県',
      fiscalYear: 2024,
      start: '2024-08-15',
      end: '2025-03-14',
      checkIn: { weekday: 1, time: '09:00' },
      nudge: { weekday: 3, time: '09:00' },
      digest: { weekday: 5, time: '16:00' },
      closures: [],
    },
    municipalities: towns(),
    members: [
      person('山田 花子', 'municipal', '小海町 総務課', ['203033'], emails.town),
      person('佐藤 健', 'municipal', '小海町 企画係', ['203033'], 'sato@town.example.jp'),
      person('依田 誠', 'expert', '派遣人材', [...REPORTING], emails.expert),
      person('清水 陽子', 'secretariat', '伴走支援事務局', [], emails.office),
      person('柳沢 隆', 'prefecture', '長野県 DX推進課', [], emails.pref),
    ],
    items: RECORDED.flatMap((municipality) =>
      catalogue.items.map(({ id }) => ({ municipality, item: id, year: 'this' as const })),
    ),
    kpis: RECORDED.flatMap((municipality) =>
      catalogue.kpis.map(({ id, suggested }) => ({
        municipality,
        kpi: id,
        weekly: id === 'K0-03',
        ...(suggested ? { target: suggested.target } : {}),
      })),
    ),
    meetings: [{ id: meetingId(meeting), ...meeting, kind: 'progress', place: 'オンライン', audience: ['all'] }],
  };
}

/** The 77 of the prefecture, with the names people know them by. */
export function towns(): ProgrammeContent['municipalities'] {
  const lines = readFileSync(`${HERE}/municipalities.tsv`, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [code = '', name = '', area = ''] = line.split('\t');
    if (readingOfTown(code) === undefined) throw new Error(`${name} has no reading`);
    return { code, name, area, supported: true };
  });
}

export type Labelled = {
  readonly text: string;
  readonly as: As;
  readonly command: string;
  readonly input: Record<string, unknown>;
  readonly sure: boolean;
};
export const labelled = (file: 'tuning' | 'held-out'): readonly Labelled[] =>
  readFileSync(`${HERE}/${file}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
