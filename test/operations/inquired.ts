import type { Provenance } from '../../programme/provenance.ts';
import type { Store } from '../../storage/collections.ts';

/** Plants a 臨時報告 about a municipality and a 協議. */
export async function inquired(store: Store, municipality: string, office: string) {
  const from = (by: string, at: string): Provenance => ({ by, at, via: 'teams', ask: `inquiry-${municipality}-${at}` });
  /** A 協議 is of no municipality. */
  const ofNobody = (by: string, at: string): Provenance => ({ by, at, via: 'teams', ask: `consultation-${at}` });
  await store.inquiries.put(
    {
      ...{ ...from(office, '2026-11-18T05:00:00.000Z'), id: `inquiry-${municipality}-1`, direction: 'special' },
      ...{ text: '標準化の進み具合と遅れの理由', municipality, item: 'S1-3', due: '2026-11-25' },
      steps: [
        { ...from(office, '2026-11-19T02:00:00.000Z'), did: 'taken' },
        { ...from(office, '2026-11-20T04:00:00.000Z'), did: 'answered', text: '移行の計画を出し直します' },
        { ...from(office, '2026-11-20T05:00:00.000Z'), did: 'reopened', text: '遅れの理由', due: '2026-11-26' },
      ],
    },
    'absent',
  );
  await store.inquiries.put(
    {
      ...{ ...ofNobody(office, '2026-11-18T06:00:00.000Z'), id: 'inquiry-of-the-office', direction: 'consultation' },
      text: '仕様書に定めのない費用の扱い',
      steps: [
        {
          ...{ ...ofNobody(office, '2026-11-19T06:00:00.000Z'), did: 'answered', text: '委託料に含めてよい' },
          document: '8DX推第12号',
        },
        { ...ofNobody(office, '2026-11-20T06:00:00.000Z'), did: 'solved' },
      ],
    },
    'absent',
  );
}
