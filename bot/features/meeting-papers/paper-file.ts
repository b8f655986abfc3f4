import { isDeepStrictEqual } from 'node:util';
import type { MeetingPaper } from '../../../programme/meeting-papers/meeting-paper.ts';

const MINUTE = 60_000;

/** Everybody who is invited gets the same: what says the same, to the minute that stands on it, is written once. */
let last: { readonly paper: MeetingPaper; readonly file: Promise<Uint8Array> } | undefined;

export function paperFile(made: MeetingPaper): Promise<Uint8Array> {
  const paper = { ...made, madeAt: toTheMinute(made.madeAt), until: toTheMinute(made.until) };
  if (last && isDeepStrictEqual(last.paper, paper)) return last.file;
  const file = written(paper);
  last = { paper, file };
  file.catch(() => {
    last = undefined;
  });
  return file;
}

/** What writes Word is loaded when the first one is made. */
async function written(paper: MeetingPaper): Promise<Uint8Array> {
  const { meetingPaperDocx } = await import('../../../documents/meeting-papers/meeting-paper-docx.ts');
  return meetingPaperDocx(paper);
}

const toTheMinute = (at: Date): Date => new Date(Math.floor(at.getTime() / MINUTE) * MINUTE);
