import {
  cutShort,
  type Interview,
  mayCutShort,
  type Question,
  restLeft,
  skipped,
  steppedBack,
  withAnswer,
} from '../../programme/interview.ts';
import { turnedOver } from '../../programme/interview-choices.ts';
import type { InterviewWord } from '../../programme/interview-words.ts';
import { PICK } from './answered.ts';

const ALL_ELSE =
  '入力したものを送り、残りを前回と同じにするときは「残りは変更なし」を選んでください。全て前回と同じなら、「やめる」のあとに「全て変更なし」と送ってください。';

/** Where a word leads that is said instead of an answer, or why it leads nowhere here. */
export function wordStep(
  word: Exclude<InterviewWord, 'quit'>,
  interview: Interview,
  open: Question | undefined,
): Interview | string {
  if (word === 'all') return ALL_ELSE;
  return (interview.picking ? PICKING[word] : undefined) ?? leads(word, interview, open);
}

/** While one of several parts is picked no question is open. */
const PICKING: Partial<Record<InterviewWord, string>> = { same: ALL_ELSE, keep: PICK, skip: PICK, more: PICK };

function leads(
  word: Exclude<InterviewWord, 'quit' | 'all'>,
  interview: Interview,
  open: Question | undefined,
): Interview | string {
  switch (word) {
    case 'same':
      return sameAgain(interview, open);
    case 'keep':
      return keptValue(interview, open, open?.value);
    case 'skip':
      return open?.required && open.value === undefined ? 'この質問には答えが必要です。' : skipped(interview);
    case 'more':
      return open ? turnedOver(interview, open) : interview;
    case 'rest':
      return restLeft(interview);
    case 'enough':
      return mayCutShort(interview) ? cutShort(interview) : 'まだ送れません。先にこの質問に答えてください。';
    case 'back':
      return steppedBack(interview);
    case 'resume':
      return interview;
  }
}

function sameAgain(interview: Interview, open: Question | undefined): Interview | string {
  if (open?.instead) return withAnswer(interview, { [open.instead.name]: 'true' });
  return keptValue(interview, open, open?.last ?? open?.value);
}

function keptValue(interview: Interview, open: Question | undefined, value: string | undefined): Interview | string {
  if (!open || value === undefined) return '前の値がありません。新しく答えてください。';
  return withAnswer(interview, { [open.name]: value });
}
