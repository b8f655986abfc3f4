import type { VisitContent } from '../../programme/visits/visit-record.ts';
import { type VisitRecord, withVisitAnswer, withVisitVersion } from '../../programme/visits/visit-record.ts';
import { municipal, type Store } from '../../storage/collections.ts';
import { memberId } from '../../storage/ids.ts';

export const EXPERT_MAIL = 'expert-1@expert.example.jp';
export const idOf = (email: string): string => memberId({ email, name: '', office: '' });

type Planting = {
  readonly municipality: string;
  readonly day: string;
  /** When it was written. */
  readonly at: string;
  readonly expert?: string;
  readonly content?: Partial<VisitContent>;
};

const content = (day: string): VisitContent => ({
  ...{ day, start: '13:30', end: '16:00', mode: 'in-person', items: ['S1-2'] },
  ...{ attended: '総務課 課長', text: '全体方針の骨子を一緒に見直した', decisions: '骨子は12月の庁議にかける' },
});

/** A record as an expert writes it, or a further version of it. */
export async function recorded(store: Store, planting: Planting): Promise<VisitRecord> {
  const { municipality, day, at, expert = idOf(EXPERT_MAIL), content: more } = planting;
  const meeting = `meeting-${day.replaceAll('-', '')}T0430Z-${municipality}`;
  await planned(store, { id: meeting, municipality, day, expert });
  const known = await store.visitRecords.get(municipal(municipality), `visit-${meeting}`);
  const record = withVisitVersion(
    known?.value,
    { meeting, municipality, expert },
    { content: { ...content(day), ...more } },
    { by: expert, at: new Date(at).toISOString(), via: 'teams', ask: `planted-${municipality}-${at}` },
  );
  await store.visitRecords.put(record, known?.etag ?? 'absent');
  return record;
}

/** The visit in 会議 it is of. */
async function planned(
  store: Store,
  of: { id: string; municipality: string; day: string; expert: string },
): Promise<void> {
  const { id, municipality, day, expert } = of;
  await store.meetings.put(
    {
      ...{ id, title: '訪問支援', kind: 'visit', day, start: '13:30', end: '16:00', place: '役場' },
      ...{ audience: [municipality, expert], scheduledBy: expert, visit: { expert, mode: 'in-person' } },
    },
    'absent',
  );
}

/** As its municipality confirms the version that counts. */
export async function confirmed(store: Store, record: VisitRecord, at: string): Promise<void> {
  const known = await store.visitRecords.get(municipal(record.municipality), record.id);
  const from = { by: 'member-officer', at: new Date(at).toISOString(), via: 'teams', ask: `confirmed-${record.id}` };
  const version = record.versions.at(-1)?.number ?? 1;
  await store.visitRecords.put(
    withVisitAnswer(record, { version, verdict: 'confirmed' }, from),
    known?.etag ?? 'absent',
  );
}
