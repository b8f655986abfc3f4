import { notice } from '../../../cards/card.ts';
import { which } from '../../../cards/help/request-view.ts';
import { whichRequestCard } from '../../../cards/help/requests.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { categoryNames } from '../../../programme/help/category.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { openRequestsOf, requestAt, requestMeant, viewAfter } from './requests.ts';
import { opened } from './show-requests.ts';

export const categorizeRequest = defineCommand({
  name: 'categorize-request',
  says: ['相談区分'],
  help: '相談に区分（体制・財源・業務・システム・セキュリティ・人材・その他）を付けます。',
  example: '相談区分 財源',
  english: 'Say what kind of problem a request for help is about.',
  group: { title: '報告する', order: 22 },
  needs: 'report',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['request'],
  typed: 'inputs',

  async prepare(input, turn) {
    const view = await requestMeant(input, turn);
    return view ? { found: view } : asksBack(['request'], await chooseFor(input, turn));
  },

  async run({ category }, turn, view) {
    const after = await turn.change('helpRequests', requestAt(view.request), (known) => {
      if (!known) throw Refusal.because('old-card');
      if (known.undone) throw Refusal.because('request-withdrawn');
      return known.category === category ? known : { ...known, category };
    });
    const said = notice('good', `区分を「${categoryNames[category]}」にしました。`);
    return { card: opened(viewAfter(view, after), turn, [said]), how: 'new' };
  },
});

async function chooseFor({ category, municipality }: InputOf<'categorize-request'>, turn: MemberStart) {
  const { shown, more } = await openRequestsOf(municipality, turn);
  return whichRequestCard(
    `どの相談の区分を「${categoryNames[category]}」にしますか。`,
    shown.map((view) => ({ view, ask: ask('categorize-request', { category, ...which(view.request) }) })),
    { more },
  );
}
