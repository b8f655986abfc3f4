import type { OnePage } from '../../../programme/overview/one-page.ts';

/** What writes Word is loaded when the first one is made. */
export const onePageFile = async (page: OnePage, madeAt: Date): Promise<Uint8Array> => {
  const { onePageDocx } = await import('../../../documents/overview/one-page-docx.ts');
  return onePageDocx(page, madeAt);
};
