import { whichCaseSheetCard } from '../../../cards/cases/case-sheets.ts';
import { wordFileCard } from '../../../cards/word-file.ts';
import { ask } from '../../../programme/asks.ts';
import type { SeenCase } from '../../../programme/cases/case-search.ts';
import { may } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { caseSheet, writtenCase } from './case-document.ts';
import { casesHere, casesIn } from './read-cases.ts';

const NONE = 'お渡しできる事例シートは、まだありません。承諾がそろうと受け取れます。状態は「承諾一覧」で確認できます。';
const GONE =
  'この事例は、今は承諾がそろっていないため、事例シートをお渡しできません。状態は「承諾一覧」で確認できます。';
const MIND = '承諾された範囲と期限の中でお使いください。';

type Sheet = Parameters<typeof caseSheet>[0] & Pick<SeenCase, 'item' | 'municipality'>;

export const caseFile = defineCommand({
  name: 'case-file',
  says: ['事例シート', '事例の書類'],
  help: '事例シートを Word のファイルで受け取ります。ほかの市町村のものは、承諾がそろった版だけです。',
  example: '事例シート',
  english: 'Get the sheet of a case as a Word file.',
  group: { title: '承諾と共有', order: 44 },
  needs: 'consents',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['事例シート', '事例の書類', '事例のWord', '事例をWord'], wins: 509, looks: true },

  async prepare({ case: id, municipality, item }, turn): Promise<Prepared<Sheet>> {
    const all = (await sheetsFor(turn)).filter(
      (sheet) =>
        (id === undefined || sheet.id === id) &&
        (municipality === undefined || [sheet.code, sheet.municipality.name].includes(municipality)) &&
        (item === undefined || sheet.item === item),
    );
    const [only, ...others] = all;
    if (!only) throw Refusal.because('bad-value', { sentence: id === undefined ? NONE : GONE });
    return others.length === 0 ? { found: only } : asksBack(['case'], whichCaseSheetCard(all));
  },

  async run(_input, turn, sheet) {
    const { caseSheetDocx } = await import('../../../documents/cases/case-sheet-docx.ts');
    const content = await caseSheetDocx(await caseSheet(sheet, turn));
    const of = `${sheet.municipality.name}「${sheet.content.title}」`;
    const back = { label: '事例を見る', ask: ask('find-cases', { case: sheet.id }) };
    const again = ask('case-file', { case: sheet.id });
    return { card: wordFileCard({ title: '事例シート', of, content, again, mind: MIND, back }) };
  },
});

/** Whether whoever sees this case gets its sheet: it tells the numbers of the 承諾, which others have no use for. */
export const mayKeepCase = (
  { municipality }: Pick<SeenCase, 'municipality'>,
  { who, room }: Pick<MemberStart, 'who' | 'room'>,
): boolean => may(who, 'consents', municipality.code) && room.audience === undefined;

/** The secretariat has what it writes, a municipality its own; others have the version that is consented to. */
async function sheetsFor(turn: MemberStart): Promise<readonly Sheet[]> {
  const { who, store, room } = turn;
  const here = await casesHere({ ...turn, audience: room.audience });
  if (who.role !== 'secretariat')
    return here.all
      .filter((one) => mayKeepCase(one, turn))
      .map(({ id, item, municipality, version, content, at }) => ({
        ...{ id, item, municipality, version, content, at },
        code: municipality.code,
      }));
  const written = await Promise.all(
    (await casesIn(store)).map(async (one) => {
      const municipality = here.towns.find(({ code }) => code === one.municipality);
      return municipality ? [{ ...(await writtenCase(one, turn)), item: one.item, municipality }] : [];
    }),
  );
  return written.flat();
}
