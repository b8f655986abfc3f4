import { ask } from '../../programme/asks.ts';
import { invitationLetter } from '../../programme/people/invitation.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import {
  alreadySoCard,
  changeLogCard,
  changeUndoneCard,
  confirmChangeCard,
  settingChangedCard,
  undoChangeCard,
} from '../setting-change.ts';
import { closuresCard } from './closures.ts';
import { lateReportsCard } from './late-reports.ts';
import { slotsCard } from './slots.ts';

const { officer, programme, settingChange: change, town } = example;
const about = { title: change.title, municipality: town, lines: change.lines };
const letter = invitationLetter({ ...officer, code: 'ACDEFGHJ', expires: '2024-11-20T01:00:00.000Z' });

/** What is changed in the middle of the year: before, afterwards, and taken back. */
export const setUpSamples: Samples = {
  'confirm-change': () =>
    confirmChangeCard({
      ...about,
      notes: ['令和6年12月20日（金）は閉庁日です。'],
      reason: change.reason,
      agreed: change.agreed,
      again: false,
      yes: ask('change-item-plan', { item: 'S1-3', due: '2024-12-20', meant: 'x' }),
    }),
  'setting-changed': () =>
    settingChangedCard({
      ...about,
      notes: ['次の文面を、ご本人だけが読むところへ送ってください。', letter],
      change: 'x',
      next: [{ label: '取組を見る', ask: ask('show-item-plans') }],
    }),
  'already-so': () => alreadySoCard(change.title, town),
  'undo-change': () => undoChangeCard(change, '市町村の報告を取り消すときは「取消 市町村名」と送ってください。'),
  'change-undone': () => changeUndoneCard(change),
  changes: () =>
    changeLogCard({
      changes: ['x', 'y', 'z'].map((id) => ({ ...change, ask: id, name: officer.name, mine: id === 'x' })),
      page: 1,
      pages: 3,
    }),
  closures: () =>
    closuresCard({
      rows: Array.from({ length: 9 }, (_, at) => ({
        closure: { day: `2024-12-${10 + at}`, whom: at % 2 === 0 ? town.code : 'all', reason: '議会対応' },
        whom: at % 2 === 0 ? town.name : '全体',
      })),
      page: 1,
      pages: 3,
    }),
  'late-reports': () =>
    lateReportsCard({ fiscalYear: 2023, name: programme.name, lateUntil: '2024-05-31' }, '2024-05-10'),
  slots: () => slotsCard(programme, undefined),
};
