import { z } from 'zod';
import type { InquiryView } from '../../../cards/reports/inquiry-view.ts';
import { may } from '../../../programme/may.ts';
import type { Inquiry } from '../../../programme/reports/inquiry.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import type { Drawing } from '../../job.ts';
import { inquiryView, isOpenInquiry } from './inquiries.ts';

/** Which inquiry a notice is about; the municipality, so that the notice goes when that goes. */
export const ofInquiry = { inquiry: z.string(), municipality: z.string().optional() };
export const aboutInquiry = ({ id, municipality }: Inquiry) => ({
  inquiry: id,
  ...(municipality === undefined ? {} : { municipality }),
});

/** What a notice remembers beside that: the message that wrote the entry of 経過 it tells of. */
export const InquiryItem = z.object({ ...ofInquiry, step: z.string().optional() });

export const inquiryWithdraws = {
  ended: '求めた方が終えたため送りませんでした',
  left: '県と事務局の方でなくなったため送りませんでした',
};

/** The inquiry as it is when its notice is drawn, and whether its reader may still see it. */
export async function noticedInquiry(
  id: string,
  { store, who, now, programme }: Drawing,
): Promise<InquiryView | keyof typeof inquiryWithdraws> {
  const inquiry = (await store.inquiries.get(PROGRAMME, id))?.value;
  if (!inquiry || !isOpenInquiry(inquiry)) return 'ended';
  if (!who || !may(who, 'filed')) return 'left';
  return inquiryView(inquiry, { store, who, now, programme });
}
