import type { Node } from '../../../cards/card.ts';
import { type DeliveryTrouble, deliveryReportCard } from '../../../cards/deliveries/delivery-report.ts';
import { nextChannel } from '../../../programme/channel.ts';
import { addDays, dayOf, instantOf } from '../../../programme/day.ts';
import { isConfidential } from '../../../programme/declared-job.ts';
import { latestRounds } from '../../../programme/deliveries/latest-rounds.ts';
import type { Delivery, DeliveryState } from '../../../programme/delivery.ts';
import { deliveryStateNames, isTrouble } from '../../../programme/delivery-words.ts';
import { pageOf } from '../../../programme/page.ts';
import { type Room, roomAudienceNames } from '../../../programme/room.ts';
import { MEMBERS, ROOMS } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { deliveriesIn } from '../../deliveries.ts';
import type { MemberStart } from '../../turn.ts';
import { chatsOf } from '../people/people.ts';

/** The report looks back a week, today included. */
const DAYS_BACK = 6;
/** Deliveries are kept by the start of their period, at the most a month before they are due. */
const SLOTS_BACK = 45;
/** Deliveries on a page: each has buttons, which take most of what a card may hold. */
const A_PAGE = 5;

export async function undelivered(turn: MemberStart, page = 1, said?: Node) {
  const { store, now } = turn;
  const [from, until] = [addDays(dayOf(now), -DAYS_BACK), dayOf(now)];
  const names = new Map((await municipalitiesIn(store)).map(({ code, name }) => [code, name]));
  const found = await deliveriesIn(store, [...names.keys()], instantOf(addDays(from, -SLOTS_BACK)));
  const all = turn.room.audience === undefined ? found : found.filter((one) => !isConfidential(turn.jobs, one));
  const lately = latestRounds(all).filter(({ dueAt }) => dueAt >= instantOf(from).toISOString());
  const troubles = lately.filter(isTrouble).toSorted(byDoubt);
  const { shown, at, pages } = pageOf(troubles, page, A_PAGE);
  const describe = await describing(turn, names);
  return deliveryReportCard({
    from,
    until,
    counts: countsOf(lately),
    troubles: shown.map(describe),
    all: troubles.length,
    page: at,
    pages,
    said,
    jobs: turn.jobs,
  });
}

/** What nobody knows about comes first: only the secretariat can find it out. Otherwise the latest. */
function byDoubt(a: Delivery, b: Delivery): number {
  return Number(b.state === 'unknown') - Number(a.state === 'unknown') || b.dueAt.localeCompare(a.dueAt);
}

function countsOf(all: readonly Delivery[]): Record<DeliveryState, number> {
  const count = (state: DeliveryState) => all.filter((delivery) => delivery.state === state).length;
  const states = Object.keys(deliveryStateNames) as DeliveryState[];
  return Object.fromEntries(states.map((state) => [state, count(state)])) as Record<DeliveryState, number>;
}

async function describing({ store }: MemberStart, towns: ReadonlyMap<string, string>) {
  const [members, rooms, chats] = await Promise.all([
    store.members.list(MEMBERS),
    store.rooms.list(ROOMS),
    chatsOf(store),
  ]);
  const people = new Map(members.map(({ value }) => [value.id, value]));
  return (delivery: Delivery): DeliveryTrouble => {
    const { recipient, municipality } = delivery;
    const who = people.get(recipient.id);
    const town = towns.get(municipality ?? who?.municipalities[0] ?? '');
    const room = rooms.find(({ value }) => value.id === recipient.id)?.value;
    const last = delivery.channel ?? delivery.via ?? who?.chat;
    return {
      delivery,
      partition: store.deliveries.partitionOf(delivery),
      to: who ? `${who.name}${town ? `（${town}）` : ''}` : roomName(room, towns),
      other: who && last && nextChannel(last, chats(who.id)),
    };
  };
}

function roomName(room: Room | undefined, towns: ReadonlyMap<string, string>): string {
  if (!room) return '登録のなくなった部屋';
  const { audience } = room;
  return `${audience === 'none' ? '登録のない' : (roomAudienceNames[audience] ?? towns.get(audience) ?? '登録のない')}の部屋`;
}
