import type { Label } from '../../inputs/spoken.ts';

/** What a person put a label on, as they wrote it. */
export type Texts = { readonly [L in Label]?: string };
/** A sentence up to its first label, and what the labels hold. */
export type Labelled = { readonly rest: string; readonly texts: Texts };

const NAMES: Readonly<Record<string, Label>> = {
  根拠: 'evidence',
  根拠資料: 'evidence',
  資料: 'evidence',
  メモ: 'note',
  備考: 'note',
  ひとこと: 'note',
  コメント: 'note',
  理由: 'reason',
  訂正理由: 'reason',
  訂正の理由: 'reason',
};
/** The label that is this word. */
export const labelCalled = (word: string): Label | undefined => NAMES[word];
/** A word of its own before a blank, a sign or は; or anywhere where a sign or は leaves no doubt that it is a label. */
const LABEL =
  /(?<=^|[\s、。,，（(]|\dの)(根拠資料|根拠|資料|メモ|備考|ひとこと|コメント|訂正の?理由|理由)(は[、:：]?|です[、:：]|[:：=＝]|(?=\s)|(?<=根拠)(?=[な無]し))|(?<=[^\s、。,，（(資の])(根拠資料|根拠|備考|ひとこと|コメント|訂正の?理由|理由)(は[、:：]?|[:：])/gu;
/** How many labels a message may have; more of them are no labels any more. */
const MOST_LABELS = 20;
const POLITE = /[\s、。]*(?:(?:どうぞ)?(?:よろしく|宜しく)お願い(?:いた|致)?します|以上です|以上)?[。.!！]*$/u;
const COPULA = /(?:です|でした|でございます|となります|になります)$/u;
/** The line of another report: what follows a label does not reach over it unseen. */
const ANOTHER_ROW = /\n\s*(?:K[\dP]|S-?\d)[-ー－]?\d/iu;
/** And neither over another KPI with its value on the same line. */
const ANOTHER_VALUE = /[\s、。]K[\dP][-ー－‐]?\d{2,3}\s*(?:は|が|を|[:：])?\s*\d/iu;

/**
 * What follows a label is text up to the next label, whatever it looks like: no number, name or stage is read in it.
 * Only its own frame goes: です behind 根拠は …, a closing greeting behind a document's name.
 */
export function labelledIn(text: string): Labelled | undefined {
  const whole = text.normalize('NFC');
  const labels = [...whole.matchAll(LABEL)];
  const [first] = labels;
  if (!first || labels.length > MOST_LABELS) return undefined;
  const held = new Map<Label, string[]>();
  for (const [at, label] of labels.entries()) {
    const { name, text } = textOf(whole, label, labels[at + 1]?.index);
    if (text !== '') held.set(name, [...(held.get(name) ?? []), text]);
  }
  if (held.size === 0) return undefined;
  const texts = Object.fromEntries([...held].map(([name, each]) => [name, each.join('\n')]));
  return { rest: whole.slice(0, first.index).replace(/[（(]$/, ''), texts };
}

/** What one label holds, up to the next one. */
function textOf(
  whole: string,
  { index, 0: said, 1: alone, 2: ends, 3: inside = '', 4: endsInside = '' }: RegExpExecArray,
  until: number | undefined,
): { readonly name: Label; readonly text: string } {
  const name = NAMES[alone ?? inside] ?? 'note';
  const held = whole.slice(index + said.length, until);
  const isOpened = ['（', '('].includes(whole[index - 1] ?? '');
  return { name, text: framed(isOpened ? held.replace(/[）)]\s*$/, '') : held, name, ends ?? endsInside) };
}

/** Whether the text of a label goes on with another report, which must not be lost in it. */
export const holdsAnother = (texts: Texts): boolean =>
  Object.values(texts).some((text) => ANOTHER_ROW.test(text) || ANOTHER_VALUE.test(text));

/** S1-3 根拠 議事録 完了: a stage may have been meant that is part of the text as it stands. */
export const endsInStage = ({ evidence = '' }: Texts): boolean =>
  /[\s、。](検討中|準備中|着手|実施中|試行中?|決定|導入|完了|定着)(済み?|です|しました)*[。\s]*$/u.test(evidence);

/** A document is not said to be none and not asked about; 「根拠は何ですか」 gives none. */
export const isAskedFor = ({ evidence = '' }: Texts): boolean =>
  /[?？]\s*$|(か|かな|っけ|でしょう)[。\s]*$|(?:ではない|じゃない|とは限らない|ありません|わけではない|なし|無し)(?:です)?[。\s]*$/u.test(
    evidence,
  );

/** 根拠はまだです, 根拠は来週出します: there is none yet, and what was said instead names no document. */
export const isNotYet = ({ evidence = '' }: Texts): boolean =>
  /^(?:まだ|未定|未作成|作成中|準備中|確認中|調整中|後日|後ほど|あとで)(?:です|ありません|ない|なし)?[。\s]*$|^(?:まだ|後日|後ほど|あとで|来週|来月|明日|今週中|近日|これから)[^のが]{0,16}(?:ます|ません|予定|つもり)(?:です)?[。\s]*$/u.test(
    evidence,
  );

/** 根拠なし: there is none. */
export const isNone = ({ evidence = '' }: Texts): boolean =>
  /^(?:特に)?(?:なし|無し|ありません)(?:です)?[。\s]*$/u.test(evidence);

function framed(held: string, name: Label, ends: string): string {
  const text = held.trim();
  if (name === 'evidence') return text.replace(POLITE, '').replace(COPULA, '').trim();
  return ends.startsWith('は') ? text.replace(/。$/, '').replace(COPULA, '').trim() : text;
}
