import { editDistance } from '../../programme/edit-distance.ts';
import { everyTown, nameOfTown, withoutAround } from '../../programme/gazetteer.ts';
import { hasCheckDigit } from '../../programme/municipality.ts';
import {
  type Cell,
  isRead,
  type ListedMunicipalities,
  type ListedMunicipality,
  type Read,
  unreadable,
} from './cells.ts';
import { type Problem, problem } from './fault.ts';
import { plain } from './said.ts';

/** 事業's prefecture, 郡 and 役場 do not tell municipalities of one programme apart. */
export function townKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[ヶヵ]/g, 'ケ')
    .replace(/役場$|役所$/, '');
}

/** Finds by 団体コード, or by name with or without prefecture and 郡. */
function find(said: string, places: readonly ListedMunicipality[]): ListedMunicipality | undefined {
  const exact = townKey(said);
  const short = withoutAround(exact);
  const code = codeOf(said);
  const found = (isIt: (place: ListedMunicipality) => boolean) => places.find((p) => p.name + p.code !== '' && isIt(p));
  return found((p) => p.code === code || townKey(p.name) === exact) ?? found((p) => townKey(p.name) === short);
}

/** Digits of a code, six of them; Excel drops the leading zero of codes typed as numbers. */
function codeOf(said: string): string {
  const digits = digitsOf(said);
  return digits === '' ? 'no digits' : digits.padStart(6, '0');
}

const digitsOf = (said: string): string => (/^[\d\s,-]+$/.test(said) ? said.replace(/\D/g, '') : '');

const CODE_EXPECTS = '総務省の団体コード（検査数字を含む6桁）を書いてください';

/** 団体コード as the sheet 市町村 declares it: all six digits, because five may lack either end. */
export const municipalityCodeCell: Cell<string> = {
  expects: CODE_EXPECTS,
  width: 14,
  format: '@',
  read(said) {
    const digits = digitsOf(plain(said));
    if (digits.length === 5) {
      const meant = [`${digits}${checkDigitOf(digits)}`, `0${digits}`].filter(hasCheckDigit);
      return problem(`「${digits}」は5桁です`, `6桁の「${meant.join('」か「')}」を文字として書いてください`);
    }
    if (digits.length !== 6) return unreadable(said, CODE_EXPECTS);
    if (hasCheckDigit(digits)) return { value: digits };
    return problem(`団体コード「${digits}」は検査数字（末尾の1桁）が合いません`, CODE_EXPECTS);
  },
};

const checkDigitOf = (five: string): string => [...'0123456789'].find((digit) => hasCheckDigit(five + digit)) ?? '';

const NAME_EXPECTS = '「○○町」のように市・区・町・村まで書いてください';

export const municipalityNameCell: Cell<string> = {
  expects: NAME_EXPECTS,
  width: 18,
  format: '@',
  read(said) {
    const name = plain(said).replace(/\s/g, '');
    return said.kind === 'text' && name.length <= 20 && /.[市区町村]$/.test(name)
      ? { value: name }
      : unreadable(said, NAME_EXPECTS);
  },
};

const PLACE_EXPECTS = '「市町村」シートにある団体コードか市町村名を書いてください';
const CODES = { words: "'市町村'!$A$2:$A$201", strict: false } as const;

/** One municipality, by code or name. */
export const municipalityCell: Cell<string> = {
  expects: PLACE_EXPECTS,
  width: 14,
  format: '@',
  list: CODES,
  read: (said, { places }) => {
    const found = municipalityInCell(plain(said), places);
    return typeof found === 'string' ? { value: found } : found;
  },
};

/** A cell with more strangers than these has been filled with something else. */
const MAX_STRANGERS = 5;

const SEVERAL_EXPECTS = '団体コードか市町村名を「、」で区切って書いてください';

/** Several municipalities, each by code or name. A word of `others` stands alone and means something else. */
export function municipalitiesOr<T>(
  others: readonly (readonly [word: string, value: T])[],
): Cell<readonly string[] | T> {
  const words = others.map(([word]) => word);
  const expects = words.length > 0 ? `「${words.join('」「')}」のどれかか、${SEVERAL_EXPECTS}` : SEVERAL_EXPECTS;
  return {
    expects,
    width: 26,
    format: '@',
    ...(words.length > 0 ? { list: { words, strict: false } } : {}),
    read(said, { places }): Read<readonly string[] | T> {
      if (said.kind === 'moment' || said.kind === 'flag') return unreadable(said, expects);
      const other = others.find(([word]) => word === plain(said).replace(/\s/g, ''));
      if (other) return { value: other[1] };
      const parts = plain(said)
        .split(/[、,，・;/\s]+/)
        .filter((part) => part !== '');
      if (parts.length === 0) return unreadable(said, expects);
      const { codes, strangers } = resolveAll(parts, places);
      const [wrong, ...also] = strangers;
      return wrong ? { ...wrong, also } : { value: codes };
    },
  };
}

function resolveAll(parts: readonly string[], places: ListedMunicipalities) {
  const codes = new Set<string>();
  const strangers: Problem[] = [];
  for (const part of new Set(parts)) {
    const found = municipalityInCell(part, places);
    if (typeof found === 'string') codes.add(found);
    else strangers.push(found);
    if (strangers.length === MAX_STRANGERS) break;
  }
  return { codes: [...codes], strangers };
}

/** A municipality of 市町村 by code or name: its code, or why there is none. */
export function municipalityInCell(said: string, places: ListedMunicipalities): string | Problem {
  if (places === undefined) return said;
  const found = find(said, places);
  // A slip of 市町村 that was copied is one here, too, and would be the next to come.
  const isCopied = found?.doubt.code && found.code === codeOf(said) && !hasCheckDigit(found.code);
  if (found && !isCopied) return found.code;
  const judged = /^[\d\s-]+$/.test(said)
    ? municipalityCodeCell.read({ kind: 'text', text: said }, { fiscalYear: undefined, places })
    : undefined;
  const unknown = townKey(said).slice(0, 30);
  if (judged && !isRead(judged)) return { ...judged, unknown };
  const other = listedOtherwise(said, places);
  if (other) return { ...absent(said, `「市町村」シートの${shownPlace(other)}${PAIR_EXPECTS}`), unknown };
  const near = nearest(said, places).map(shownPlace);
  const hint = near.length > 0 ? `${near.join('か')}ではありませんか。${PLACE_EXPECTS}` : PLACE_EXPECTS;
  return { ...absent(said, hint), unknown };
}

const PAIR_EXPECTS = 'の団体コードと市町村名が合っているか確かめてください';

const absent = (said: string, remedy: string): Problem =>
  problem(`「${said.slice(0, 30)}」は「市町村」シートにありません`, remedy);

/** A row whose code and name are two municipalities' in the gazetteer, one of them the one meant: that row is to be looked at. */
function listedOtherwise(said: string, places: readonly ListedMunicipality[]): ListedMunicipality | undefined {
  const name = nameOfTown(codeOf(said));
  const codes = codesCalled(withoutAround(townKey(said)));
  return places.find((place) =>
    name === undefined ? codes.includes(place.code) : townKey(place.name) === townKey(name) && !place.doubt.name,
  );
}

let byName: ReadonlyMap<string, readonly string[]> | undefined;

/** The codes of all municipalities of Japan called so. @param name as `townKey` has it */
export function codesCalled(name: string): readonly string[] {
  byName ??= everyTown().reduce((all, town) => {
    const key = townKey(town.name);
    return all.set(key, [...(all.get(key) ?? []), town.code]);
  }, new Map<string, readonly string[]>());
  return byName.get(name) ?? [];
}

/** What has a fault of its own is nothing to write elsewhere. */
const shownPlace = ({ name, code, doubt }: ListedMunicipality): string =>
  doubt.name ? `「${code}」` : doubt.code ? `「${name}」` : `「${name}」（${code}）`;

/** The up to three that look most alike: same letters but for two, or the same beginning. None by what is at fault. */
function nearest(said: string, places: readonly ListedMunicipality[]): readonly ListedMunicipality[] {
  const wanted = withoutAround(townKey(said).slice(0, 30));
  const isCode = /^\d+$/.test(wanted);
  return places
    .filter(({ doubt }) => !(isCode ? doubt.code : doubt.name))
    .map((one) => ({ one, own: isCode ? one.code : townKey(one.name) }))
    .filter(({ own }) => Math.abs(own.length - wanted.length) <= 2)
    .map(({ one, own }) => ({ one, away: editDistance(wanted, own) }))
    .filter(({ one, away }) => away <= 1 || (away <= 2 && townKey(one.name)[0] === wanted[0]))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ one }) => one);
}
