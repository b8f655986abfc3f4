import { CHARGES_A_PAGE, chargeCard, chargesCard } from '../../../cards/support/charge.ts';
import { dayOf } from '../../../programme/day.ts';
import { mayLearnOf } from '../../../programme/help/between-sides.ts';
import { type Municipality, municipalitiesLike } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type Charge, chargeOf } from '../../../programme/support/charge.ts';
import { municipal } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { requestsIn } from '../help/requests.ts';
import { actionsIn } from '../meetings/actions.ts';
import { visitsInMeetings } from '../visits/read.ts';
import { recordsOf } from '../visits/records-of.ts';

export const showCharge = defineCommand({
  name: 'show-charge',
  says: ['担当', '担当一覧', '担当市町村'],
  help: '担当の市町村の進み具合、前の訪問からの動き、期限切れ、宿題、相談、次の訪問をまとめて表示します。',
  example: '担当',
  english: 'See the municipalities you serve at a glance.',
  group: { title: '訪問のこと', order: 9 },
  needs: 'serve',
  about: 'member',
  privately: true,
  usualFor: { expert: 1 },
  writes: false,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:(?:私|わたし|自分|うち)の)?担当(?:して(?:い)?る|の)?(?:の)?(?:[\d二三四五六七八九]+つ?の?|全部の|すべての|全)?(?:市町村|団体|町村|ところ)(?:を|は|の(?:状況|様子|進み具合)を?)?(?:並べ|比べ|見比べ|まとめ|一覧)[^、。\n]*[。]?$/u,
      as: '担当 ',
    },
    {
      like: /^(?:(?:私|わたし|自分|うち)の)?担当(?:して(?:い)?る)?(?:の?(?:市町村|団体|町村|ところ|先))?(?:[をは、]*(?:見たい|見せて|教えて|確認)|は(?:どこ|どう)|の(?:状況|一覧)|って(?:どこ|どう))[^、。\s]*/u,
      as: '担当 ',
    },
  ],

  async prepare({ municipality: said }, turn) {
    const served = await servedBy(turn);
    return { found: said === undefined ? served : [named(said, served)] };
  },

  async run({ page = 1 }, turn, found) {
    const { shown, at, pages } = pageOf(found, page, CHARGES_A_PAGE);
    const charges = await chargesOf(shown, turn);
    const [first, second] = charges;
    if (first && !second && pages === 1) return { card: chargeCard(first) };
    return { card: chargesCard({ charges, all: found.length, page: at, pages, today: dayOf(turn.now) }) };
  },
});

/** In the order of the codes. @throws Refusal for whoever serves none today */
async function servedBy({ store, who }: MemberStart): Promise<readonly Municipality[]> {
  if (who.municipalities.length === 0) throw Refusal.because('no-assignment');
  return (await municipalitiesIn(store)).filter(({ code }) => who.municipalities.includes(code));
}

/** @throws Refusal where it is not one of theirs */
function named(said: string, served: readonly Municipality[]): Municipality {
  const [only, ...others] = municipalitiesLike(said, served);
  if (!only || others.length > 0) throw Refusal.because('not-yours');
  return only;
}

async function chargesOf(
  served: readonly Municipality[],
  { store, programme, who, now }: MemberStart,
): Promise<readonly Charge[]> {
  const [meetings, all] = await Promise.all([
    visitsInMeetings(store),
    Promise.all(
      served.map(async (municipality) => {
        const { code } = municipality;
        const [records, actions, requests, visits] = await Promise.all([
          progressIn(store, code, programme),
          actionsIn(store, [municipal(code)]),
          requestsIn(store, code).then((all) => all.filter((request) => mayLearnOf(request, who))),
          recordsOf(store, code),
        ]);
        return { municipality, records, actions, requests, visits };
      }),
    ),
  ]);
  return all.map((each) => chargeOf(each, meetings, { expert: who.id, now }));
}
