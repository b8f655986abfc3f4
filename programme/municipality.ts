import { z } from 'zod';
import { withoutAround } from './gazetteer.ts';
import { defineKind, inOne, ofNoYear, PROGRAMME, wholly } from './kind.ts';
import { Refusal } from './refusal.ts';
import { exportSheet } from './sheet.ts';

/** 団体コード: six digits, the last one a check digit (総務省 全国地方公共団体コード仕様). */
export const MunicipalityCode = z
  .string()
  .regex(/^\d{6}$/, '団体コードは6桁の数字です')
  .refine(hasCheckDigit, '団体コードの検査数字が合いません');

export const Municipality = z.object({
  code: MunicipalityCode,
  name: z.string().min(1),
  /** 圏域: the area in which the prefecture counts it. */
  area: z.string(),
  /** 支援対象. Others only see shared cases. */
  supported: z.boolean(),
});
export type Municipality = z.infer<typeof Municipality>;

/** The check digit: (11 − Σ weighted digits mod 11) mod 10, weights 6 5 4 3 2. */
export function hasCheckDigit(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const digits = [...code].map(Number);
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0);
  return (11 - (sum % 11)) % 10 === digits[5];
}

/** Those that are called so, else those with this in their name, as the roster has it or with the prefecture in front. */
export function municipalitiesLike(said: string, all: readonly Municipality[]): readonly Municipality[] {
  const plain = said.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  if (plain === '') return [];
  const named = all.filter(({ code, name }) => plain === code || plain === name || withoutAround(plain) === name);
  return named.length > 0 ? named : all.filter(({ name, area }) => `${name}（${area}）`.includes(plain));
}

/** 佐久, 佐久圏域, 佐久地域: the 圏域 that is meant. */
export function areaSaid(said: string, all: readonly Municipality[]): string | undefined {
  const plain = withoutSuffix(said.normalize('NFKC').trim());
  return plain === '' ? undefined : all.find(({ area }) => withoutSuffix(area) === plain)?.area;
}

/** The 圏域 whose name stands in a sentence. A municipality that is called like its 圏域 (○○市) is not the 圏域. */
export function areaNamed(said: string, all: readonly Municipality[]): string | undefined {
  const isNamed = (area: string): boolean =>
    said
      .split(area)
      .slice(1)
      .some((behind) => !/^[^の\s、]{0,2}[市町村]/u.test(behind));
  return [...new Set(all.map(({ area }) => area))].find((area) => area !== '' && isNamed(area));
}

const withoutSuffix = (area: string): string => area.replace(/(圏域|広域|地域|圏)$/, '');

/** @throws Refusal where none, or several, are called so */
export function onlyMunicipalityLike(said: string, all: readonly Municipality[]): Municipality {
  const [only, ...others] = municipalitiesLike(said, all);
  if (!only || others.length > 0) throw Refusal.because('unknown-municipality', { said });
  return only;
}

export const municipalities = defineKind({
  name: 'municipalities',
  called: '市町村',
  container: 'state',
  schema: Municipality,
  ...inOne(PROGRAMME),
  id: ({ code }) => `municipality-${code}`,
  belongsTo: (municipality, { code }) => wholly(municipality, municipality.code === code),
  ofYear: ofNoYear,
  keptFor: { always: 'everything else is of one of them' },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<Municipality>('市町村', 'towns', {
        団体コード: ({ code }) => code,
        市町村名: ({ name }) => name,
        圏域: ({ area }) => area,
        区分: ({ supported }) => (supported ? '支援対象' : '支援対象外'),
      }),
    ],
  },
  erasedLast: 'towns',
  takenBack: { never: 'its own commands and the workbook change it' },
  audited: true,
  ofTheChat: [],
});
