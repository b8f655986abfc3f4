import { FILINGS, withSubmission } from '../../programme/filing.ts';
import { drawnPartId } from '../../programme/final-report/drawn-part.ts';
import {
  begunReport,
  finalReportAt,
  withAskings,
  withDelivery,
  withFinalText,
  withInspection,
} from '../../programme/final-report/final-report.ts';
import type { Provenance } from '../../programme/provenance.ts';
import type { Store } from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';

/** 業務報告書 of the year with all that can be on record of it, which mentions this municipality. */
export async function reported(store: Store, municipality: string, by: string, at: string): Promise<void> {
  // Opaque, as the ids of messages are: it names no municipality.
  const which = Number(municipality) % 97;
  const from = (what: string): Provenance => ({ by, at, via: 'teams', ask: `reported-${which}-${what}` });
  await change(store.finalReports, finalReportAt(2026), (known) => {
    const begun = known ?? begunReport(2026, from('begun'));
    const written = withFinalText(begun, `before:${municipality}`, '窓口は紙だけだった。', from('text'));
    const asked = withAskings(written, [{ member: by, gaps: [`kpi-value/${municipality}/K0-03`] }], from('asked'));
    const files = [{ name: '別添.xlsx', bytes: 4, sha256: '0'.repeat(64) }];
    const said = { version: 2, day: '2026-11-24', due: '2026-12-04', files };
    const delivered = withDelivery(withSubmission(asked, from('sent')), said, from('delivered'));
    return { value: withInspection(delivered, { verdict: 'amend', what: '4章の単位' }, from('inspected')) };
  });
  const order = Number(municipality.slice(-3));
  const id = drawnPartId(2026, 2, order);
  const figure = {
    ...{ key: `visits/${municipality}`, what: '訪問の回数', text: '2回', value: 2 },
    records: [{ kind: 'visitRecords', id: 'visit-1', municipality, version: 1, day: '2026-11-05' }],
  };
  const rows = [{ municipality, cells: ['町', figure] }];
  const blocks = [{ heading: '市町村別の派遣実績', table: { head: ['市町村', '回数'], shares: [1, 1], rows } }];
  const part = { chapter: 3, title: '派遣実績', blocks };
  const drawn = { ...from('drawn'), id, fiscalYear: 2026, version: 2, order, until: '2026-11-24', part };
  if (!(await store.drawnParts.get(FILINGS, id))) await store.drawnParts.put(drawn, 'absent');
}
