import { unreadIn } from './fluff.ts';
import { gapsIn } from './masked.ts';
import type { Reading } from './reading.ts';
import type { Sentence, Span } from './sentence.ts';

/** Words that say how a wrong value came about, or that it was made anew. */
const CAUSE =
  /ミス|みす|誤り|誤記|誤入力|誤植|間違|まちがい|違い|漏れ|もれ|重複|勘違い|取り違え|見落と|数え直|数えなお|集計|再計算|再確認|確認した|判明|追加|差し替え|転記/;
/** 27/32の誤りでした says that it was wrong, and not why. */
const ONLY_WRONG = /^(の|数値の?|値の?)?(間違い|まちがい|誤り|違い)(でした|です)?$/;
/** What a clause ends with that says why. */
const BECAUSE = /(ため|ので|のため|により|によって|から|だったので)[。、\s]*$/;

/**
 * Why something is corrected, where a sentence says it without a label: a clause with a word for a cause in it. What is
 * merely left over (の週の, 分は) is none; a missing reason is asked for.
 */
export function withReason(reading: Reading, sentence: Sentence, spans: readonly Span[]): Reading {
  const head = spans.find((span) => span.kind === 'intent' && span.command === 'correct');
  const read = spans.filter((span) => span === head || span.kind !== 'intent');
  const reason = gapsIn(sentence, read)
    .filter(({ folded }) => unreadIn(folded, 'ask', []) !== '')
    .map(({ plain }) => plain.replace(/^[\sはがをにで、。]+|[\s、。]+$/g, ''))
    .filter((clause) => clause.length > 2 && !ONLY_WRONG.test(clause) && (CAUSE.test(clause) || BECAUSE.test(clause)))
    .join(' ');
  return reason === '' ? reading : { ...reading, input: { ...reading.input, reason } };
}

/** Why something is corrected is said with words that would deny it elsewhere. */
export const SLIP =
  /(?:間|数え|読み|取り|見|書き|打ち|聞き)?(間違|違|誤)(い|え|って|り)?(が|で|の)?(あった|ため|ました|ていた)?/g;
