import { z } from 'zod';

/** 形態 of a visit (支援記録票). */
export const VisitMode = z.enum(['in-person', 'online', 'other']);
export type VisitMode = z.infer<typeof VisitMode>;

export const visitModeNames: Readonly<Record<VisitMode, string>> = {
  'in-person': '対面',
  online: 'オンライン',
  other: 'その他',
};
