import { type Inquiry, waitsForAnswer } from '../../../programme/reports/inquiry.ts';
import type { Store } from '../../../storage/collections.ts';
import { inquiriesIn } from './inquiries.ts';

/** 協議 that the prefecture still has to answer, oldest first. @param moment as they stood then; now when absent */
export async function openConsultations(store: Store, moment?: Date): Promise<readonly Inquiry[]> {
  const all = await inquiriesIn(store);
  return all.filter((inquiry) => inquiry.direction === 'consultation' && waitsForAnswer(inquiry, moment));
}
