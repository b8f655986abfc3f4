import { z } from 'zod';
import { Day } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { indicatorIds, indicatorName } from '../national-indicator.ts';
import { daySaidBack, shownAs } from '../shown.ts';

export const indicator = z
  .string()
  .refine((id) => indicatorIds.includes(id), '全国指標は一覧から選んでください（例: NI-01）')
  .register(inputMeta, {
    title: '全国指標',
    which: 'どの全国指標ですか。',
    reads: 'choice',
    choices: indicatorIds.map((id) => ({ value: id, label: indicatorName(id) })),
    otherwise: (word) => indicatorSaid(word),
    shown: shownAs(8, '全国指標', indicatorName),
  });

/** By its id, or its name without it. */
function indicatorSaid(word: string): string | undefined {
  const plain = word.normalize('NFKC').toUpperCase();
  return indicatorIds.find(
    (id) =>
      id === plain ||
      indicatorName(id)
        .slice(id.length + 1)
        .toUpperCase() === plain,
  );
}

/** Of which fiscal year's survey it is said. */
export const surveyYear = z.coerce.number().int().min(2019).max(2100).register(inputMeta, {
  title: '調査の年度',
  reads: 'year',
});

/** A part of what is known of an indicator, typed behind its own word. */
const part = (title: string, marker: string, order: number, maxLength = 400) =>
  words(maxLength).register(inputMeta, {
    ...{ title, reads: 'text', marker, named: true, maxLength, shown: shownAs(order, title) },
  });
const dayPart = (title: string, marker: string, order: number) =>
  z
    .string()
    .pipe(Day)
    .register(inputMeta, { title, reads: 'pastDay', marker, shown: shownAs(order, title, daySaidBack) });

export const indicatorCalled = part('指標名', '指標名', 10, 60);
export const sameKpis = part('同じことを数えるKPI', '同じKPI', 11, 60);
export const nearKpis = part('似たKPI', '似たKPI', 12, 60);
export const definition = part('定義', '定義は', 13);
export const denominatorIs = part('分母', '分母は', 14);
export const survey = part('調査', '調査名', 15, 80);
export const surveyedOn = dayPart('調査時点', '調査時点', 16);
export const source = part('出典', '出典は', 17, 80);
export const address = part('URL', 'URL', 18, 200);
export const headings = part('見出し（「｜」で区切る）', '見出し', 19);
export const numeratorHeadings = part('分子の見出し（「｜」で区切る）', '分子の見出し', 20);
export const denominatorHeadings = part('分母の見出し（「｜」で区切る）', '分母の見出し', 21);
export const termsNote = part('備考', '備考', 22);
export const checkedOn = dayPart('確認日', '確認日', 23);
/** Which part is to be another; a card fills it in. */
export const indicatorPart = words(24).register(inputMeta, { title: '変えるところ', reads: 'hidden' });
