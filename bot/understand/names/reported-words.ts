import { findItem, findKpi, type Kpi } from '../../../programme/catalogue.ts';
import { fold } from '../text/fold.ts';

/** What adds nothing to a report, being what the item's or the KPI's own name and definition say already. */
export function wordsOfReported({ item, kpi }: Readonly<Record<string, unknown>>): readonly string[] {
  const id = String(item ?? kpi);
  const last = known.get(id);
  if (last) return last;
  const counted = findKpi(String(kpi));
  const words = [...wordsOfName(findItem(String(item))?.name ?? counted?.name ?? ''), ...wordsOfCount(counted)];
  known.set(id, words);
  return words;
}

const known = new Map<string, readonly string[]>();

/** DX推進リーダーの指名, RPA導入 業務数. */
const wordsOfName = (name: string): readonly string[] => piecesOf(name).flatMap(partsOf);

/** 年間で280万円; 9課で指名が, 扱っている手続は: how it is counted, as the KPI itself says. */
function wordsOfCount(kpi: Kpi | undefined): readonly string[] {
  if (!kpi) return [];
  const { name, unit, definition, counts = '', numerator = '' } = kpi;
  const counted = piecesOf([definition, counts, numerator].join('。')).flatMap(partsOf);
  const saved = ['年間で', '年間', '削減しました', '削減です', '削減'].filter((word) =>
    name.includes(word.slice(0, 2)),
  );
  const less = name.includes('削減') ? ['減らせました', '減らしました', '減りました', '減らすことができました'] : [];
  return [...saved, ...less, `${unit}数`, ...new Set(counted.filter((word) => NOUN_OR_VERB.test(word)))];
}

/** Not する or おおむね: those may say something else. */
const NOUN_OR_VERB = /^\p{Script=Han}/u;

const piecesOf = (name: string): readonly string[] => fold(name).split(/[・、。「」（）()／/\s]|の|と|等/u);

/** Any two signs or more of it that stand together. */
const partsOf = (piece: string): readonly string[] =>
  Array.from(piece, (_, from) =>
    Array.from(piece.slice(from + 1), (_sign, more) => piece.slice(from, from + more + 2)),
  ).flat();
