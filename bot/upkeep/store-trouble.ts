import { Refusal } from '../../programme/refusal.ts';
import { NewerDocument, OutcomeUnknown, StoreUnavailable, UnreadableDocument } from '../../storage/store.ts';

/** What does not pass by itself: somebody has to bring the store back. */
const lasting: readonly StoreUnavailable['why'][] = [
  'missing',
  'lost',
  'emptied',
  'replaced',
  'damaged',
  'other-log',
  'copy',
  'leaving',
  'left',
  'arriving',
];

/** What a person is told when the store is the trouble; undefined for any other error. */
export function storeRefusal(error: unknown): Refusal | undefined {
  if (error instanceof NewerDocument) return Refusal.because('newer-program');
  if (error instanceof StoreUnavailable) return unavailable(error);
  return error instanceof OutcomeUnknown ? Refusal.because('store-unavailable') : undefined;
}

/** There is no store, and there is no sign that there ever was one. */
export function isMissing(error: unknown): boolean {
  return error instanceof StoreUnavailable && error.why === 'missing';
}

function unavailable({ why }: StoreUnavailable): Refusal {
  if (why === 'newer') return Refusal.because('newer-program');
  if (why === 'locked') return Refusal.because('store-busy');
  return Refusal.because(lasting.includes(why) ? 'store-broken' : 'store-unavailable');
}

/** What the operator at the terminal is told when the store is the trouble. */
export function storeProblem(error: unknown): string | undefined {
  if (error instanceof StoreUnavailable) return `${error.message}。`;
  if (error instanceof OutcomeUnknown)
    return '保存先から返事がなく、書けたかどうか分かりません。もう一度実行してください（続きから行います）。';
  if (error instanceof NewerDocument)
    return '保存先に、このプログラムより新しい版が書いた文書があります。このプログラムを新しい版にしてから、もう一度実行してください。';
  return error instanceof UnreadableDocument ? `保存先に読めない文書があります（${error.message}）。` : undefined;
}
