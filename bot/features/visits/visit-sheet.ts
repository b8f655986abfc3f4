import { visitSheetCard } from '../../../cards/visits/sheet.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { currentVisit } from '../../../programme/visits/visit-record.ts';
import { townOfVisit } from '../../../programme/visits/visit-slot.ts';
import { defineCommand } from '../../command.ts';
import { visitNamed, visitsTo } from './read.ts';
import { supportRecordOf } from './support-record.ts';

export const visitSheet = defineCommand({
  name: 'visit-sheet',
  says: ['訪問記録票', '支援記録票'],
  help: '訪問の記録を、支援記録票（Word）で受け取ります。',
  example: '訪問記録票',
  english: 'Get the record of a visit as a Word file.',
  group: { title: '訪問のこと', order: 5 },
  needs: 'view',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['訪問記録票', '支援記録票'], wins: 304 },

  async prepare({ visit }, { municipality, store }) {
    const last = async () => (await visitsTo(municipality.code, store)).findLast(isRecorded);
    const found = visit === undefined ? await last() : await visitNamed(visit, store);
    if (found && townOfVisit(found.meeting) !== municipality.code) throw Refusal.because('unknown-visit');
    if (!found?.record || !isRecorded(found)) throw Refusal.because('visit-not-recorded');
    return { found: found.record };
  },

  async run(_input, { store, programme, now, municipality }, record) {
    const { supportRecordDocx } = await import('../../../documents/visits/support-record-docx.ts');
    const filled = await supportRecordOf(record, { store, programme, now });
    const file = await supportRecordDocx(filled);
    return { card: visitSheetCard({ municipality, record, day: filled.content.day, file }) };
  },
});

const isRecorded = ({ record }: { readonly record: Parameters<typeof currentVisit>[0] | undefined }): boolean =>
  record !== undefined && currentVisit(record) !== undefined;
