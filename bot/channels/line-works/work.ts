import type { Logger } from 'pino';
import type { Card } from '../../../cards/card.ts';
import { filesNotHanded } from '../../../cards/files-not-handed.ts';
import { lateAnswer } from '../../../cards/late-answer.ts';
import { stumbled } from '../../../cards/refused.ts';
import type { Address, Handle } from '../channel.ts';
import { addressOf } from './address.ts';
import type { Api } from './api.ts';
import type { LineWorksConfig } from './config.ts';
import { drawn } from './drawn.ts';
import type { InboundEvent } from './event.ts';
import type { Kept } from './inbox.ts';
import { type Received, receivedOf, type Surroundings } from './receive.ts';
import { LARGEST_FILE } from './upload.ts';

/** What a room is told when the store could not take what was said in it. */
const NOT_KEPT = 'LW-STORE';
/** Until the product has said what the bot is called. */
const USUAL_NAME = '伴走ボット';

export type Work = {
  bot(): Surroundings['bot'];
  /** How many more may be begun: the rest is better kept in the store than here. */
  room(): number;
  /** Asks the product what people call the bot by. */
  learnName(): Promise<void>;
  /** Works an event off behind those of the same person that came before, once it is kept. */
  begin(event: InboundEvent | undefined, keeping: Promise<Kept | undefined>): void;
  /** Nothing of it was kept, so the person has to say it again. */
  tellNotKept(event: InboundEvent, why?: Card): Promise<void>;
  idle(): Promise<void>;
};

type Parts = {
  readonly config: LineWorksConfig;
  readonly api: Api;
  readonly handle: Handle;
  readonly log: Logger;
  readonly most?: number | undefined;
  /** Waits for a place among those who are worked on; the answer gives it back. Undefined: not in time. */
  readonly enter?: Enter | undefined;
};

export type Enter = () => Promise<(() => void) | undefined>;

const freely: Enter = async () => () => undefined;

/** In the hands of this process, worked on or waiting for that: some 5 MB. */
const MOST = 1_000;

export function createWork({ config, api, handle, log, most = MOST, enter = freely }: Parts): Work {
  const lines = new Map<string, Promise<void>>();
  let begun = 0;
  let name = USUAL_NAME;
  const bot = () => ({ id: config.botId, name });

  const answer = async (to: Address, card: Card): Promise<void> => {
    const result = await api.sendAll(to, drawn(card, log), { patient: true });
    // The person did what they did whether or not we could answer.
    if (result.outcome === 'sent') return;
    log.warn({ outcome: result.outcome, reason: result.reason }, 'answer not delivered');
    // Nothing has appeared as long as a file is not up: what was said with it is said without.
    const without = result.outcome === 'unknown' ? undefined : filesNotHanded(card, LARGEST_FILE);
    if (without) await api.sendAll(to, drawn(without, log), { patient: true });
  };

  const cardFor = async ({ by }: Received): Promise<Card | undefined> =>
    'card' in by ? by.card : (await handle(by.incoming))?.card;

  const workOff = async (kept: Kept, event: InboundEvent): Promise<void> => {
    if (!(await kept.hold())) return kept.letGo();
    if (event.type === 'begin' && event.source.channelId) api.rememberRoom(event.source.channelId, 'personal');
    const around = { bot: bot(), roomKindOf: api.roomKindOf, profileOf: api.profileOf, fetchFile: api.fetchFile };
    const received = await receivedOf(event, kept, around);
    const card = received && (await cardFor(received));
    if (card) await answer(received.to, kept.isSecondTry ? lateAnswer(card) : card);
    await kept.done();
  };

  const workOnceKept = async (event: InboundEvent | undefined, keeping: Promise<Kept | undefined>): Promise<void> => {
    const kept = await keeping.catch(() => undefined);
    if (!kept) return;
    const leave = await enter();
    if (!leave) return kept.letGo();
    try {
      await (event ? workOff(kept, event) : kept.done());
    } catch (error) {
      // Left in work: taken up again when its lease is over.
      kept.letGo();
      log.error({ err: error }, 'an event could not be worked off');
    } finally {
      leave();
    }
  };

  return {
    bot,
    room: () => most - begun,
    async learnName() {
      name = await api.botName();
    },
    begin(event, keeping) {
      const line = event?.source.userId ?? event?.source.channelId ?? '';
      begun++;
      const turn = (lines.get(line) ?? Promise.resolve())
        .then(() => workOnceKept(event, keeping))
        .finally(() => {
          begun--;
          if (lines.get(line) === turn) lines.delete(line);
        });
      lines.set(line, turn);
    },
    async tellNotKept({ source, type }, why = stumbled(NOT_KEPT)) {
      if ((type !== 'message' && type !== 'postback') || source.channelId !== undefined || source.userId === undefined)
        return;
      await answer(addressOf({ kind: 'person', id: source.userId }), why).catch(() => undefined);
    },
    async idle() {
      while (lines.size > 0) await Promise.all(lines.values());
    },
  };
}
