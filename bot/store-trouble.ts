import { Refusal } from '../programme/refusal.ts';
import { NewerDocument, OutcomeUnknown, StoreUnavailable, UnreadableDocument } from '../storage/store.ts';

/** What a person is told when the store is the trouble; undefined for any other error. */
export function storeRefusal(error: unknown): Refusal | undefined {
  if (error instanceof NewerDocument) return Refusal.because('newer-program');
  if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown) return Refusal.because('store-unavailable');
  return undefined;
}

/** The same for whoever sits at the terminal. */
export function storeProblem(error: unknown): string | undefined {
  if (error instanceof StoreUnavailable) return `${error.message}。`;
  if (error instanceof OutcomeUnknown)
    return '保存先から返事がなく、書けたかどうか分かりません。もう一度実行してください（続きから行います）。';
  if (error instanceof NewerDocument)
    return '保存先に、このプログラムより新しい版が書いた文書があります。このプログラムを新しい版にしてから、もう一度実行してください。';
  return error instanceof UnreadableDocument ? `保存先に読めない文書があります（${error.message}）。` : undefined;
}
