import type { MeetingPaper } from '../../../programme/meeting-papers/meeting-paper.ts';

/** What writes Word is loaded when the first one is made. */
export const paperFile = async (paper: MeetingPaper): Promise<Uint8Array> => {
  const { meetingPaperDocx } = await import('../../../documents/meeting-papers/meeting-paper-docx.ts');
  return meetingPaperDocx(paper);
};
