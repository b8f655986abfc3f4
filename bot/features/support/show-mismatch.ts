import { type MismatchLine, mismatchListCard } from '../../../cards/support/mismatches.ts';
import { dayOf } from '../../../programme/day.ts';
import { pageOf } from '../../../programme/page.ts';
import { isOpenCase } from '../../../programme/support/mismatch-case.ts';
import { defineCommand } from '../../command.ts';
import { mismatchDetail } from './mismatch-detail.ts';
import { caseMeant, expertsOf, isListed, mismatchCasesIn, mismatchLines, townSaid } from './mismatches.ts';

const PAGE = 6;

export const showMismatch = defineCommand({
  name: 'show-mismatch',
  says: ['ミスマッチ'],
  help: '市町村と派遣人材が合わないという申出を、聞き取りの期限とともに確かめます。事務局だけに見えます。',
  example: 'ミスマッチ',
  english: 'Show where a municipality and its expert do not get on, and what is due.',
  group: { title: '事務局の仕事', order: 30 },
  needs: 'dispatch',
  about: 'member',
  privately: true,
  confidential: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['ミスマッチ'], wins: 281, looks: true },

  async run({ mismatch, municipality: said, all, page = 1 }, turn) {
    const cases = await mismatchCasesIn(turn.store);
    if (mismatch !== undefined) return { card: await mismatchDetail(caseMeant(cases, mismatch), turn) };
    const town = said === undefined ? undefined : await townSaid(said, turn);
    const withResolved = all !== undefined;
    const today = dayOf(turn.now);
    const here = cases.filter((one) => isListed(one, today, withResolved) && (!town || one.municipality === town.code));
    const lines = (await mismatchLines(here, turn)).toSorted((a, b) => urgency(a) - urgency(b));
    const { shown, at, pages } = pageOf(lines, page, PAGE);
    return {
      card: mismatchListCard({
        lines: shown,
        open: here.filter(isOpenCase).length,
        toFollow: here.filter((one) => !isOpenCase(one) && isListed(one, today, false)).length,
        page: at,
        pages,
        withResolved,
        town,
        experts: town ? await expertsOf(town.code, turn.store) : [],
      }),
    };
  },
});

/** What is overdue comes first, what is resolved last. */
function urgency({ due, resolvedOn }: MismatchLine): number {
  if (resolvedOn) return 4;
  if (due.hearing === 'overdue' || due.isOld) return 0;
  return { today: 1, open: 2, none: 3 }[due.hearing];
}
