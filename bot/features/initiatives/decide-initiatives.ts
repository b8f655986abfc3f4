import {
  confirmRoadmapDecision,
  decisionKeptCard,
  nothingToDecideCard,
  type RoadmapDecision,
} from '../../../cards/initiatives/decision.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { dayOf, fullDate } from '../../../programme/day.ts';
import { decisionDayTrouble } from '../../../programme/initiatives/decision-day.ts';
import { currentInitiative, type Initiative } from '../../../programme/initiatives/initiative.ts';
import { withInitiativeVersion } from '../../../programme/initiatives/initiative-change.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';
import { roadmapHere } from './initiative-found.ts';
import { refuseComingDay } from './refuse-coming-day.ts';

type Input = InputOf<'decide-initiatives'>;
type ToDecide = { readonly decided: RoadmapDecision; readonly others: readonly Initiative[] };

export const decideInitiatives = defineCommand({
  name: 'decide-initiatives',
  says: ['工程表決定', '工程表の決定'],
  help: '工程表の庁内決定日と会議名を、今ある取組の全てに記録します。',
  example: '工程表決定',
  english: 'Record the day and the meeting in which the whole roadmap was decided.',
  group: { title: '工程表と財源', order: 5 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  shownFirst: true,
  wished: [
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?工程表(?:を|は|が|も|、|\s)*(?<day>(?:\d{4}[/年])?\d{1,2}[/月]\d{1,2}日?|今日|本日|昨日)?(?:の|に|、|\s)*(?<title>[^\s、。\d]{0,8}?(?:庁議|会議|本部会|委員会|議会))(?:で|において|にて)(?:庁内)?決定(?:しました|した|されました)[。!！]?$/u,
      as: '工程表決定 $<where> $<day> $<title>',
      first: true,
    },
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?工程表[\s　]*(?:の|を|は|が)?[\s　]*(?:庁内)?(?:で)?決定(?:した|しました|を記録|日)?/u,
      as: '工程表決定 $<where> ',
      first: true,
    },
  ],

  async prepare(input, turn): Promise<Prepared<ToDecide>> {
    const { open, year } = await roadmapHere(turn);
    if (open.length === 0) return asksBack([], nothingToDecideCard(turn.municipality));
    const { day } = input;
    refuseComingDay(day, turn.now, '決定した日');
    const sentence = decisionDayTrouble(day, year, dayOf(turn.now));
    if (sentence !== undefined) throw Refusal.because('bad-value', { sentence });
    const draft = decidedOf(input, open, turn);
    const meant = printOf(open);
    if (draft.others.length === 0 || input.meant === meant) return { found: draft };
    return asksBack([], confirmRoadmapDecision(draft.decided, meant));
  },

  async run({ day, title }, turn, { decided, others }) {
    const {
      municipality: { code },
      change,
      from,
    } = turn;
    for (const one of others) {
      await change('initiatives', { partition: municipal(code), id: one.id }, (known = one) => {
        // Taken off since this was shown: the others are decided all the same.
        if (known.removed) return known;
        const content = { ...currentInitiative(known).content, decidedOn: day, decidedAt: title };
        return withInitiativeVersion(known, content, from);
      });
    }
    return { card: decisionKeptCard(decided), how: 'replace' };
  },
});

/** Another initiative, or one that was written again, is shown anew before it is decided. */
const printOf = (open: readonly Initiative[]): string =>
  `${open.length}-${open.reduce((sum, one) => sum + currentInitiative(one).number, 0)}`;

function decidedOf({ day, title }: Input, open: readonly Initiative[], { municipality }: MunicipalStart): ToDecide {
  const isSo = (one: Initiative) => {
    const { decidedOn, decidedAt } = currentInitiative(one).content;
    return decidedOn === day && decidedAt === title;
  };
  const others = open.filter((one) => !isSo(one));
  const lines = others.flatMap((one) => {
    const { name, decidedOn, decidedAt } = currentInitiative(one).content;
    if (decidedOn === undefined && decidedAt === '') return [];
    const before = [decidedOn === undefined ? '' : fullDate(decidedOn), decidedAt]
      .filter((part) => part !== '')
      .join('　');
    return [{ what: name, before, after: `${fullDate(day)}　${title}` }];
  });
  return {
    decided: { municipality, day, council: title, all: open.length, lines, already: open.length - others.length },
    others,
  };
}
