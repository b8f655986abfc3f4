import { createHash } from 'node:crypto';
import { changeLines } from '../../../cards/initiatives/returned-roadmap.ts';
import type { Stamp } from '../../../documents/xlsx/stamp.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf, fiscalYearName } from '../../../programme/day.ts';
import type { Initiative, InitiativeContent } from '../../../programme/initiatives/initiative.ts';
import { plannedYear, yearInSight } from '../../../programme/initiatives/open-initiatives.ts';
import {
  decidedChanges,
  openQuestions,
  ReturnedRoadmap,
  type RoadmapChanges,
  type RoadmapDifferences,
  roadmapDifferences,
} from '../../../programme/initiatives/returned-roadmap.ts';
import { roadmapColumns } from '../../../programme/initiatives/roadmap-columns.ts';
import { MEMBERS, type Store } from '../../../storage/collections.ts';
import { ofWholeFile, otherEdition, refusedReturn } from '../../files/returned-file.ts';
import { type ReadFile, type TakingIn, takenIn } from '../../files/taken-in.ts';
import { initiativesOf } from './read-initiatives.ts';
import { writeRoadmap } from './write-roadmap.ts';

/** The 工程表 that a municipality, its expert or the secretariat has filled in. */
export const takenRoadmap = takenIn<ReturnedRoadmap>({
  name: '工程表',
  called: '市町村の工程表。「工程表 Excel」で書き出し、書き込んで送り返す',
  read: readReturned,
  show: ({ id, municipality }) => ask('review-roadmap', { municipality, taken: id }),

  async differences(content, from) {
    const returned = ReturnedRoadmap.parse(content);
    const found = await differencesOf(returned, from.store);
    const questions = openQuestions(found, returned.decisions);
    const lines = linesOf(decidedChanges(found, returned.decisions), returned.year);
    const open = questions.map((one) =>
      'gone' in one
        ? `ファイルにない取組: ${one.gone.name}（工程表に残します）`
        : `重なり（今のままにします）: ${changeLines({ changed: [{ ...one.of, changes: [one.conflict] }], added: [], removed: [] }, returned.year).map(({ what, before, after }) => `${what}: 今 ${before}、ファイル ${after}`)}`,
    );
    const faults = found.faults.map(({ sheet, row, instead }) => `読み取れません: 「${sheet}」${row}行目 ${instead}`);
    const conflicts = questions.filter((one) => 'conflict' in one).length;
    return { lines: [...lines, ...open, ...faults, ...returned.notes], conflicts };
  },

  async apply(content, to) {
    const returned = ReturnedRoadmap.parse(content);
    const changes = decidedChanges(await differencesOf(returned, to.store), returned.decisions);
    await writeRoadmap(changes, returned, to);
    return linesOf(changes, returned.year);
  },
});

const linesOf = (changes: RoadmapChanges, year: number): readonly string[] =>
  changeLines(changes, year).map(
    ({ what, before, after }) => `${what}: ${before === undefined ? '' : `${before} → `}${after}`,
  );

/** The same new row has the same key, however often its file is sent. */
const keyOf = (content: InitiativeContent): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);

export async function differencesOf(returned: ReturnedRoadmap, store: Store): Promise<RoadmapDifferences> {
  return roadmapDifferences(returned, await initiativesOf(returned.municipality, store), keyOf);
}

const ANEW = '「工程表 Excel」で書き出し直した表に書いて、送ってください';
const UNDECIDED = { decisions: { conflicts: [], removed: [] }, applied: [], dropped: false };

async function readReturned(file: Uint8Array, stamp: Stamp, from: TakingIn): Promise<ReadFile<ReturnedRoadmap>> {
  const { readRoadmap } = await import('../../../documents/initiatives/read-roadmap.ts');
  const initiatives = await initiativesOf(stamp.municipality, from.store);
  const refused = await refusalsOf(stamp, initiatives, from);
  if (refused.length > 0) return { faults: refused.map(ofWholeFile) };
  const members = await from.store.members.list(MEMBERS);
  const read = await readRoadmap(file, {
    columns: roadmapColumns(stamp.year),
    exported: exportedBy(stamp, initiatives),
    people: members.map(({ value }) => value.name),
    today: dayOf(from.now),
    year: stamp.year,
  });
  if ('problem' in read) return { faults: [ofWholeFile(`${read.problem}。${read.remedy}`)] };
  const { municipality, year, versions } = stamp;
  const content = { ...read, municipality, year, versions, ...UNDECIDED };
  return { municipality, content };
}

/** Why a file is not taken at all, a sentence each. */
async function refusalsOf(
  stamp: Stamp,
  initiatives: readonly Initiative[],
  from: TakingIn,
): Promise<readonly string[]> {
  const refused = await refusedReturn(stamp, from, '工程表');
  if (refused !== undefined) return [refused];
  const { year, edition } = stamp;
  const { fiscalYear } = from.programme;
  const years = [plannedYear(fiscalYear), yearInSight(initiatives, fiscalYear)];
  const other = otherEdition(edition, from.programme, ANEW);
  return [
    ...(years.includes(year) ? [] : [`${fiscalYearName(year)}からの工程表です。今の工程表ではありません。${ANEW}`]),
    ...(other === undefined ? [] : [other]),
  ];
}

/** Each as it was written out. */
function exportedBy({ versions }: Stamp, initiatives: readonly Initiative[]): ReadonlyMap<string, Initiative> {
  return new Map(
    initiatives.flatMap((initiative) => {
      const then = initiative.versions.filter(({ number }) => number <= (versions[initiative.id] ?? 0));
      return then.length > 0 ? [[initiative.id, { ...initiative, versions: then }] as const] : [];
    }),
  );
}
