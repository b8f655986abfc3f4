import { type Card, showing } from '../../../cards/card.ts';
import { sharedCard, sharedPieceCard } from '../../../cards/consent/shared.ts';
import { sharedMeetingCard } from '../../../cards/consent/shared-meeting.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { meetingsSaid } from '../../../programme/meetings/said.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { type SharedHere, type SharedPiece, sharedHere, shownOf } from './shared.ts';
import { sharedMeeting, sharedMeetings } from './shared-meeting.ts';

/** Materials on one page of a phone. */
const A_PAGE = 8;

export const showShared = defineCommand({
  name: 'show-shared',
  says: ['共有資料', '共有された資料'],
  help: '共有の承諾がそろった資料（事例、会議の共有版）を一覧にし、開いて見られます。',
  example: '共有資料',
  english: 'List and open what was cleared for sharing.',
  group: { title: '承諾と共有', order: 40 },
  needs: 'cases',
  about: 'member',
  usualFor: { observer: 2 },
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '共有されてる資料',
      '共有されている資料',
      '共有してもらった資料',
      '共有資料',
      '共有された資料',
      '共有されている資料',
      '共有してもらった資料',
      '共有の資料',
      '共有版を見',
      '共有版が見',
      '共有範囲',
      '共有の範囲',
      '何が共有',
      'どこまで共有',
      '何を共有',
      '共有しているもの',
      '共有されているもの',
      '共有された物',
      '共有されたもの',
      '共有してもらったもの',
      '他の町の資料',
      'ほかの町の資料',
      'ほかの市町村の資料',
      '他の市町村の資料',
    ],
    wins: 245,
    looks: true,
  },

  async prepare({ material, meeting: said }, turn): Promise<Prepared<Found>> {
    const here = await sharedHere({ ...turn, audience: turn.room.audience });
    if (said !== undefined) return meetingMeant(said, here, turn);
    if (material === undefined) return { found: { here } };
    const named = piecesCalled(material, here.pieces);
    if (named.length === 0) throw Refusal.because('not-shared');
    return { found: { here, named } };
  },

  async run({ page = 1 }, turn, { here, named, meeting }) {
    if (meeting) return { card: await ofMeeting(meeting, here, page, turn) };
    const [only] = named ?? [];
    if (only && named?.length === 1) return { card: showing(sharedPieceCard(only), shownOf([only], here.scope)) };
    return { card: await listing(named ?? here.pieces, here, page, turn) };
  },
});

type Found = {
  readonly here: SharedHere;
  /** The materials that were named. */
  readonly named?: readonly SharedPiece[];
  readonly meeting?: Awaited<ReturnType<typeof sharedMeetings>>[number]['meeting'];
};

/** @throws Refusal where nothing of such a meeting is shared here */
async function meetingMeant(said: string, here: SharedHere, { store, now }: MemberStart) {
  const shared = (await sharedMeetings(store, here)).map(({ meeting }) => meeting);
  const [first, ...others] = meetingsSaid(said, shared, dayOf(now));
  if (!first) throw Refusal.because('not-shared');
  if (others.length > 0)
    return asksBack(['meeting'], chooseMeeting(ask('show-shared'), '共有資料', [first, ...others]));
  return { found: { here, meeting: first } };
}

/** By its id, or a part of its title. */
function piecesCalled(said: string, pieces: readonly SharedPiece[]): readonly SharedPiece[] {
  const plain = (words: string) => words.normalize('NFKC').replace(/\s/g, '');
  const exact = pieces.filter(({ material }) => material.id === said);
  if (exact.length > 0) return exact;
  return pieces.filter(({ version, town }) => plain(`${town.name}${version.content.title}`).includes(plain(said)));
}

async function listing(
  pieces: readonly SharedPiece[],
  here: SharedHere,
  page: number,
  { store }: MemberStart,
): Promise<Card> {
  const own = pieces.filter(({ material }) => material.sort !== 'part');
  const meetings = await sharedMeetings(store, { pieces });
  const { shown, at, pages } = pageOf(own, page, A_PAGE);
  const card = sharedCard({
    meetings: at === 1 ? meetings : [],
    ...{ views: shown, all: own.length + meetings.length, page: at, pages },
  });
  return showing(card, shownOf(shown, here.scope, true));
}

/** @throws Refusal where nothing of it is shown any more */
async function ofMeeting(
  meeting: NonNullable<Found['meeting']>,
  here: SharedHere,
  page: number,
  turn: MemberStart,
): Promise<Card> {
  const shared = await sharedMeeting(meeting, here, turn);
  if (!shared) throw Refusal.because('not-shared');
  const { shown, at, pages } = pageOf(shared.pieces, page, A_PAGE);
  const card = sharedMeetingCard({ ...shared, views: shown, all: shared.pieces.length, page: at, pages });
  return showing(card, shownOf(shown, here.scope, true));
}
