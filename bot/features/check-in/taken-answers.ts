import type { Stamp } from '../../../documents/xlsx/stamp.ts';
import { programmeOfYear } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
import { ReturnedAnswers } from '../../../programme/check-in/returned-answers.ts';
import { dayOf, fiscalYearName } from '../../../programme/day.ts';
import { yearsOf } from '../../../programme/programme.ts';
import { unusualSentences } from '../../../programme/progress/unusual.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { jsonOf, takenFileId } from '../../../programme/taken-file.ts';
import { Week, weekOf } from '../../../programme/week.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { ofWholeFile, otherEdition, refusedReturn } from '../../files/returned-file.ts';
import { type ReadFile, type TakingIn, takenIn, type WritingFile } from '../../files/taken-in.ts';
import { activeMembers } from '../people/people.ts';
import type { Reporting } from '../progress/write-report.ts';
import { answerDifferences, type JudgedAnswer } from './judge-answers.ts';
import { type WrittenAnswers, writeAnswers } from './write-answers.ts';

/** The 週次回答表 that an office without a chat has filled in. */
export const takenAnswers = takenIn<ReturnedAnswers>({
  name: '週次回答表',
  called: 'チャットを開かない市町村の週次報告。「週次回答表」で書き出し、書き込んで送り返す',
  read: readReturned,
  show: ({ id, municipality }) => ask('review-answers', { municipality, taken: id }),

  async differences(content, from) {
    const returned = ReturnedAnswers.parse(content);
    const { changes, conflicts, faults } = await answerDifferences(returned, asOperator(returned, from));
    const open = conflicts.map(
      ({ line, exported }) =>
        `重なり（今のままにします）: ${line.what} 書き出したとき ${exported}、今 ${line.before}、回答表 ${line.after}`,
    );
    const wrong = faults.map(({ sheet, row, instead }) => `読み取れません: 「${sheet}」${row}行目 ${instead}`);
    const trouble = returned.trouble
      ? ['困りごとが書かれています（記録しません。チャットの「相談」で登録できます）']
      : [];
    return {
      lines: [...changes.map(lineOf), ...open, ...wrong, ...trouble, ...returned.notes],
      conflicts: conflicts.length,
    };
  },

  async apply(content, to) {
    const returned = ReturnedAnswers.parse(content);
    const turn = { ...asOperator(returned, to), change: to.change };
    const { changes } = await answerDifferences(returned, turn);
    const { lines } = await writeAnswers(changes, returned, turn);
    if (lines.length > 0) await keepApplied(returned, lines, to);
    return lines.map(({ what, before, after }) => `${what}: ${before === undefined ? '' : `${before} → `}${after}`);
  },
});

const lineOf = ({ line: { what, before, after, why } }: JudgedAnswer): string =>
  `${what}: ${before} → ${after}${why.map((each) => `（${unusualSentences[each].replace(/。$/, '')}）`).join('')}`;

/** The operator reports as the secretariat does. */
function asOperator(returned: ReturnedAnswers, from: TakingIn & { readonly from?: WritingFile['from'] }): Reporting {
  const { store, now, programme, municipalities } = from;
  const municipality = municipalities.find(({ code }) => code === returned.municipality);
  if (!municipality) throw Refusal.because('not-yours');
  const looking = { by: 'operator', at: now.toISOString(), via: 'cli', ask: 'take' };
  return {
    ...{ store, now, municipality, who: { role: 'secretariat' } },
    ...{ programme: programmeOfYear(programme, returned.year), from: from.from ?? looking },
  };
}

/** What the operator has written is kept as in a chat: the office is told of it. */
async function keepApplied(
  returned: ReturnedAnswers,
  lines: WrittenAnswers['lines'],
  { change, from }: WritingFile,
): Promise<void> {
  const id = takenFileId(from.ask);
  const applied = [{ ask: from.ask, at: from.at, by: from.by, isProxy: true, lines: [...lines] }];
  const content = jsonOf({ ...returned, applied });
  const kept = { ...from, id, kind: '週次回答表', municipality: returned.municipality, content };
  await change('takenFiles', { partition: PROGRAMME, id }, (known) => known ?? kept);
}

const ANEW = '「週次回答表」と送って受け取り直した表に書いて、送ってください';
const UNDECIDED = { decisions: [], applied: [], dropped: false };

async function readReturned(file: Uint8Array, stamp: Stamp, from: TakingIn): Promise<ReadFile<ReturnedAnswers>> {
  const { readAnswers } = await import('../../../documents/check-in/read-answers.ts');
  const week = Week.safeParse(stamp.week);
  const refused = await refusalsOf(stamp, week.data, from);
  if (refused !== undefined || !week.success)
    return { faults: [ofWholeFile(refused ?? `どの週の表か分かりません。${ANEW}`)] };
  const members = await activeMembers(from.store);
  const { municipality, year, versions, at } = stamp;
  const officers = members.filter(({ role, municipalities: of }) => role === 'municipal' && of.includes(municipality));
  const read = await readAnswers(file, { exported: Object.keys(versions), officers, today: dayOf(from.now) });
  if ('problem' in read) return { faults: [ofWholeFile(`${read.problem}。${read.remedy}`)] };
  const content = { ...read, municipality, year, week: week.data, exportedAt: at, versions, ...UNDECIDED };
  return { municipality, content };
}

/** Why a file is not taken at all. */
async function refusalsOf(stamp: Stamp, week: Week | undefined, from: TakingIn): Promise<string | undefined> {
  const { programme, now } = from;
  const refused = await refusedReturn(stamp, from, '週次回答表');
  if (refused !== undefined) return refused;
  if (!yearsOf(programme).includes(stamp.year))
    return `${fiscalYearName(stamp.year)}の回答表です。この事業の年度ではありません。${ANEW}`;
  const other = otherEdition(stamp.edition, programmeOfYear(programme, stamp.year), ANEW);
  if (other !== undefined) return other;
  if (week && week > weekOf(now)) return Refusal.because('week-ahead', { week }).message.replace(/。$/, '');
  return undefined;
}
