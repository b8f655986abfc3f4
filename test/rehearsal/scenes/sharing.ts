import { CONSENTS } from '../../../programme/consent/consent.ts';
import type { Day } from '../../../programme/day.ts';
import { municipal } from '../../../storage/collections.ts';
import { PM } from '../people.ts';
import type { Plan, Town } from '../plan.ts';
import { asks, type Scene } from '../scene.ts';
import type { World } from '../world.ts';
import { idOf, progressMeetings } from './meetings.ts';

/** Words that stand in one case and nowhere else. */
export const caseWords = (town: Pick<Town, 'code'>): string => `庁議の前に全課と30分ずつ話した（${town.code}）`;
export const [CASES, WITHDRAWN] = [3, 5];
/** The meetings whose papers are shared. */
const SHARED: readonly Day[] = ['2024-12-19', '2025-01-16'];
export const SHARED_MEETINGS = SHARED.length;
const ITEM = 'S1-3';

/** Three cases, two sharing versions, and five municipalities that take their 承諾 back. */
export function sharing({ towns }: Plan): readonly Scene[] {
  const shared = progressMeetings.filter(({ day }) => SHARED.includes(day));
  return [
    ...towns.slice(0, CASES).map((town) => caseOf(town)),
    ...shared.map((meeting): Scene => {
      const id = idOf(meeting);
      return {
        ...{ day: meeting.day, part: '16:20', called: `${meeting.title}の共有版` },
        lines: [
          asks(PM, 'share-meeting', { meeting: id }, /団体分を、今の記録から作りました/),
          asks(PM, 'ask-for-parts', { meeting: id, scope: 'supported' }, /団体に依頼しました/),
        ],
      };
    }),
    ...towns.slice(0, WITHDRAWN).map(
      (town): Scene => ({
        ...{ day: '2025-02-05', part: '13:20', called: `${town.name}の撤回` },
        lines: [asks(town.consenter, 'withdraw-consent', consented(town), /もう見えません/)],
      }),
    ),
  ];
}

const caseOf = (town: Town): Scene => {
  const id = `case-${town.code}-${ITEM}`;
  const texts = { background: '方針がなく、各課の取組がばらばらだった', approach: caseWords(town) };
  return {
    ...{ day: '2024-12-10', part: '13:20', called: `${town.name}の事例` },
    lines: [
      asks(PM, 'draft-case', { municipality: town.code, item: ITEM }, /下書きを作りました/),
      asks(PM, 'edit-case', { case: id, section: 'blanks', seen: 1, texts }, /空欄を記録しました/),
      asks(
        PM,
        'ask-consent',
        { municipality: town.code, material: `material-${id}`, scope: 'all' },
        /承諾を依頼しました/,
      ),
    ],
  };
};

/** What was consented to last, as 承諾一覧 offers to take it back. */
const consented =
  ({ code }: Town) =>
  async ({ store }: World) => {
    const all = (await store.consents.list(municipal(code), CONSENTS)).map(({ value }) => value);
    const given = all.findLast(({ answers, withdrawals }) => answers?.at(-1)?.verdict === 'approve' && !withdrawals);
    return { municipality: code, material: given?.material, sure: 'yes' };
  };
