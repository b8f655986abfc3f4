import { addDays } from '../../programme/day.ts';
import type { MismatchCase, MismatchDue } from '../../programme/support/mismatch-case.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { mismatchCard, mismatchFormCard, whoseMismatchCard } from './mismatch.ts';
import { mismatchNoteCard } from './mismatch-note.ts';
import { type MismatchLine, mismatchListCard } from './mismatches.ts';

const { town, today } = example;
const experts = [
  { id: 'member-expert', name: '高橋 健' },
  { id: 'member-expert-2', name: '小林 誠' },
];

const raised: MismatchCase = {
  ...{ id: 'mismatch-1', municipality: town.code, expert: 'member-expert', reportedOn: addDays(today, -12) },
  ...{ reportedBy: 'municipality', because: 'low-twice' },
};
const written: MismatchCase = {
  ...{ id: 'mismatch-2', municipality: town.code, expert: 'member-expert-2', reportedOn: addDays(today, -5) },
  reportedBy: 'expert',
  kept: {
    ...{ id: 'mismatch-2', municipality: town.code, expert: 'member-expert-2', reportedOn: addDays(today, -5) },
    reportedBy: 'expert',
    versions: [
      {
        ...{ ...example.from('mismatch', 3), by: 'member-office', category: 'approach' },
        detail: '月2回では前回の話から始めることになり、先に進みにくい。',
        heard: { municipality: '資料を前の週に見たい。', expert: '次回から前の週に送る。' },
        ...{ heardOn: addDays(today, -3), measure: 'replacement', followUpOn: addDays(today, 30) },
      },
    ],
  },
};

const line = (one: MismatchCase, due: MismatchDue): MismatchLine => ({
  ...{ one, due, town: town.name, hearingBy: addDays(one.reportedOn, 7) },
  expert: experts.find(({ id }) => id === one.expert)?.name ?? '',
});
const overdue = line(raised, { hearing: 'overdue', isOld: false });
const heard = line(written, { hearing: 'none', isOld: false });
const nameOf = () => '中村 恵';

/** The cards about where a municipality and its expert do not get on, filled in. */
export const mismatchSamples: Samples = {
  mismatches: () =>
    mismatchListCard({
      ...{ lines: [overdue, heard], open: 2, toFollow: 0, page: 1, pages: 1, withResolved: false, town, experts },
    }),
  mismatch: () => mismatchCard({ line: heard, hearingDays: 2, nameOf, written: true }),
  'mismatch-form': () =>
    mismatchFormCard({
      ...{ line: heard, part: 'hearing', isNew: false, given: {}, errors: new Map() },
      ...(written.kept?.versions[0] ? { newer: { version: written.kept.versions[0], by: '中村 恵さん' } } : {}),
    }),
  'mismatch-by-hand': () =>
    mismatchFormCard({ line: overdue, part: 'story', isNew: true, given: {}, errors: new Map() }),
  'whose-mismatch': () => whoseMismatchCard(town, experts, {}),
  'mismatch-note': () => mismatchNoteCard(overdue, 'opened'),
};
