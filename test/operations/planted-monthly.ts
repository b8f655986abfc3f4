import type { Provenance } from '../../programme/provenance.ts';
import type { Store } from '../../storage/collections.ts';

/** The report of a month that was written, handed in and received; one of them for all municipalities. */
export async function plantMonthlyReport(store: Store, municipality: string, written: Provenance): Promise<void> {
  const row = { municipality, cells: ['小海町', '2回', '2日', '50%（1/2）', '5日／20日', '未確認 1回（確認待ち 1）'] };
  const head = ['市町村', '回数', '日数', '対面率', '累計／計画', '未確認・未報告'];
  const parts = [
    { field: 'summary' as const, facts: [{ label: '派遣', text: '1団体に2回・2日・対面 50%（1/2）' }] },
    { field: 'dispatch' as const, facts: [{ label: '回数', text: '2回' }], table: { head, rows: [row] } },
  ];
  const text = { overview: '訪問が始まりました。', issues: '県へ: 12月の会議の日程の調整' };
  await store.monthlyReports.put(
    {
      id: 'monthly-2026-10',
      drafts: [{ ...written, number: 1, until: '2026-10-24', parts }],
      versions: [
        { ...written, number: 1, content: { draft: 1, texts: {} } },
        { ...written, ask: `${written.ask}-text`, number: 2, content: { draft: 1, texts: text } },
      ],
      submissions: [{ ...written, ask: `${written.ask}-sent`, version: 2 }],
      decisions: [
        { ...written, by: 'member-prefecture', ask: `${written.ask}-received`, version: 2, verdict: 'approve' },
      ],
    },
    'absent',
  );
}
