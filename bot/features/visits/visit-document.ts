import { meetingTime } from '../../../programme/meetings/meeting.ts';
import { currentVisit, type VisitRecord } from '../../../programme/visits/visit-record.ts';
import type { Store } from '../../../storage/collections.ts';
import { municipalitiesIn, municipalityNames } from '../../../storage/municipalities.ts';
import type { HandedOut } from '../../files/handed-out.ts';
import { recordsOf } from './records-of.ts';
import { supportRecordOf } from './support-record.ts';

/** 支援記録票 of a visit: for chats that hand out no files. */
export const visitDocument: HandedOut = {
  name: 'visit',
  called: '支援記録票（訪問記録）',
  ending: '.docx',

  async make(id, from) {
    const record = (await standingRecords(from.store)).find((each) => each.id === id);
    const { supportRecordDocx } = await import('../../../documents/visits/support-record-docx.ts');
    return record && supportRecordDocx(await supportRecordOf(record, from));
  },

  async list({ store }) {
    const [records, townName] = await Promise.all([standingRecords(store), municipalityNames(store)]);
    return records.flatMap((record) => {
      const content = currentVisit(record)?.content;
      return content ? [[record.id, `${townName(record.municipality)} ${meetingTime(content)}`] as const] : [];
    });
  },
};

async function standingRecords(store: Store): Promise<readonly VisitRecord[]> {
  const all = await Promise.all((await municipalitiesIn(store)).map(({ code }) => recordsOf(store, code)));
  return all.flat().filter((record) => currentVisit(record) !== undefined);
}
