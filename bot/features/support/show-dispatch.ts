import { ownTermsCard, townServedCard } from '../../../cards/support/own-dispatch.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { type Municipality, onlyMunicipalityLike } from '../../../programme/municipality.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { coverageOf } from '../../../programme/support/coverage.ts';
import { termOn } from '../../../programme/term.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { spanOf } from './coverages.ts';
import { everywhereCard, townCard } from './dispatch.ts';

export const showDispatch = defineCommand({
  name: 'show-dispatch',
  says: ['派遣', '派遣一覧', '派遣先'],
  help: 'だれがどこに、いつまで行っているか、担当のいない団体を確かめます。',
  example: '派遣',
  english: 'See who serves which municipality until when, and what is uncovered.',
  group: { title: '訪問のこと', order: 10 },
  needs: 'view',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:(?:専門|外部|派遣)の?|うちの|今の|いまの)*(?:専門家|先生|アドバイザー|派遣人材)の?(?:方|人)?(?:さん)?(?:は|って)?、?(?:いつまで|何月まで|何日まで)(?:に)?(?:来|いて|いる|居|お?願|派遣|支援|担当|です|で?しょう)[^、。\n]*[。？?]?$/u,
      as: '派遣',
    },
    {
      like: /^派遣(?:の|されている)?(?:人材|人|方|専門家)?(?:さん)?は?(?:いつまで|何月まで|何日まで)[^、。\n]*[。？?]?$/u,
      as: '派遣',
    },
    {
      like: /^(?:今|いま)?(?:は)?(?:誰|だれ|どなた)が(?:今|いま)?(?<where>\S+?[市区町村])(?:に|へ|を)(?:行|来|入|派遣|担当)[^、。\s]*/u,
      as: '派遣 $<where> ',
    },
    {
      like: /^(?<where>\S+?[市区町村])(?:に|へ)(?:は)?(?:今|いま)?(?:は)?(?:誰|だれ|どなた)(?:が|か|を)?(?:行|来|入|派遣|担当|い)[^、。\s]*/u,
      as: '派遣 $<where> ',
    },
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?派遣(?:先|人材|の?期間)?(?:は|って|を|の一覧を?)?(?:いつまで|誰|だれ|どなた|どこ|見|教え|確認|知り|$)[^、。\s]*/u,
      as: '派遣 $<where> ',
    },
    { like: /^担当(?:者|の方|の人)?[がの](?:いない|未定の)(?:市町村|団体|町村|ところ)[^、。\s]*/u, as: '派遣 ' },
  ],

  async run({ municipality: said, page = 1 }, turn) {
    const { store, who, room } = turn;
    refuseInRoom(turn);
    const towns = await municipalitiesIn(store);
    const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
    const isSteering = may(who, 'figures', undefined, room.audience);
    if (!isSteering) return { card: ownCard({ said, towns, members }, turn) };
    const isOffice = may(who, 'dispatch', undefined, room.audience) && room.audience !== 'prefecture';
    const town = said === undefined ? undefined : onlyMunicipalityLike(said, towns);
    const world = { towns, members, turn, page };
    if (town && isOffice) return { card: await townCard(town, world) };
    if (town) return { card: servedCard(town, members, turn) };
    return { card: await everywhereCard({ ...world, isOffice }) };
  },
});

/** Who serves where is names of people: 1:1, or a room of those who steer. */
function refuseInRoom({ room }: MemberStart): void {
  const isOpen = room.audience === undefined || room.audience === 'secretariat' || room.audience === 'prefecture';
  if (!isOpen) throw Refusal.because('only-one-to-one', {});
}

type Own = {
  readonly said: InputOf<'show-dispatch'>['municipality'];
  readonly towns: readonly Municipality[];
  readonly members: readonly Member[];
};

/** Of municipalities of one's own alone: a municipality sees who serves it, an expert where and until when. */
function ownCard({ said, towns, members }: Own, turn: MemberStart) {
  const { who, now } = turn;
  const today = dayOf(now);
  const own = towns.filter(({ code }) => who.municipalities.includes(code));
  if (who.role === 'expert' && own.length === 0) throw Refusal.because('no-assignment');
  const named = said === undefined ? undefined : onlyMunicipalityLike(said, towns);
  if (named && !own.includes(named)) throw Refusal.because('not-yours');
  if (who.role === 'expert') {
    const shown = named ? [named] : own;
    const all = members.find(({ id }) => id === who.id) ?? who;
    return ownTermsCard(shown.map((municipality) => ({ municipality, term: termOn(all, municipality.code, today) })));
  }
  const [town] = named ? [named] : own;
  if (!town) throw Refusal.because('not-yours');
  return servedCard(town, members, turn);
}

function servedCard(town: Municipality, members: readonly Member[], turn: MemberStart) {
  const mayWish = may(turn.who, 'wish', town.code, turn.room.audience);
  return townServedCard(coverageOf(town, members, spanOf(turn)), dayOf(turn.now), mayWish);
}
