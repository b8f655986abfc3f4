import { chasedNotes, chaseText, type Unreported, whichToChaseCard } from '../../../cards/check-in/unreported.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { type Chase, chasedBy } from '../../../programme/check-in/chasing.ts';
import { deliveryId } from '../../../programme/delivery.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { nextOfficeTime } from '../../../programme/schedule.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberTurn } from '../../turn.ts';
import { standings, unreported } from './unreported.ts';

export const chase = defineCommand({
  name: 'chase',
  says: ['催促'],
  help: '未報告の市町村の担当の方に、週次報告のカードをもう一度送ります。市町村を付けないと、どこに送るかを選べます。',
  example: '催促',
  english: 'Send the weekly card again to those who have not reported.',
  group: { title: '事務局の仕事', order: 1 },
  needs: 'chase',
  about: 'member',
  usualFor: {},
  writes: ['municipality', 'sure'],
  typed: 'inputs',
  spoken: {
    words: ['催促', 'リマインド', '督促'].flatMap((noun) =>
      ['', 'を送って', 'を出して', 'を送り', 'を出し'].map((deed) => noun + deed),
    ),
    wins: 280,
    firm: true,
    asked: 'show-unreported',
  },

  async prepare({ municipality: said, sure }, turn): Promise<Prepared<readonly Unreported[]>> {
    const all = await standings(turn);
    const meant =
      said === undefined ? all : all.filter(({ municipality: { code, name } }) => [code, name].includes(said));
    if (meant.length === 0) throw Refusal.because('unknown-municipality', { said: said ?? '' });
    const due = meant.filter((each) => each.chase.so === 'due').map(({ municipality }) => municipality);
    if (said === undefined && sure === undefined && due.length > 0)
      return asksBack(['municipality'], whichToChaseCard(due));
    return { found: meant };
  },

  async run({ municipality: said, page }, turn, meant) {
    const due = meant.filter((each) => each.chase.so === 'due');
    const found: Unreported[] = [];
    for (const each of due) found.push({ ...each, chase: await send(each.chase, each, turn) });
    const made = found.filter((each) => each.chase.so === 'due');
    if (made.length > 0) await ringBell(turn);
    // Of all, those who have answered need no mention; the one that was named does.
    const rest = meant.map((each) => found.find(({ municipality }) => municipality === each.municipality) ?? each);
    const left = rest.flatMap(({ chase: so, municipality: { name } }) =>
      so.so === 'due' || (said === undefined && (so.so === 'answered' || so.so === 'nothing-asked'))
        ? []
        : [{ name, why: chaseText(so) }],
    );
    const sent = made.map(({ municipality: { name } }) => name);
    return { card: await unreported(turn, page, chasedNotes(sent, arrival(turn), left)), how: 'replace' };
  },
});

/** Whoever presses first makes it; everybody else finds it there, and is told so. */
async function send(due: Chase, { municipality: { code } }: Unreported, { change }: MemberTurn): Promise<Chase> {
  if (due.so !== 'due') return due;
  const { delivery } = due;
  let isOwn = false;
  const kept = await change('deliveries', { partition: municipal(code), id: deliveryId(delivery) }, (known) => {
    isOwn = known === undefined;
    return known ?? delivery;
  });
  return isOwn ? due : chasedBy(kept);
}

/** When a 催促 that is made out of office hours goes out: at the next opening. Undefined during office hours. */
function arrival({ now, programme }: MemberTurn): Date | undefined {
  const at = nextOfficeTime(now, calendarOf(programme.closures));
  return at > now ? at : undefined;
}
