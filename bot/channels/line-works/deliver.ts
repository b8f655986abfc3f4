import type { Address, SendResult } from '../channel.ts';
import { type AddressParts, addressParts } from './address.ts';
import { type Calls, PATIENCE_MS } from './calls.ts';
import type { LineWorksConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { isUpload, type Outgoing, type Upload } from './message.ts';
import { type Done, type Persistence, tryAgain } from './try-again.ts';
import { LARGEST_FILE, type UploadFile } from './upload.ts';
import { type Failed, unseen } from './verdict.ts';

/** Who plans deliveries comes back himself when told so; a person in a turn is answered now or not at all. */
type How = { readonly patient: boolean };
export type SendAll = (to: Address, messages: readonly Outgoing[], how: How) => Promise<SendResult>;

const PLANNED: Persistence = { tries: 3, longestMs: 0 };
const IN_A_TURN: Persistence = { tries: 3, longestMs: PATIENCE_MS };
/** Once something has appeared, the rest is worth more patience: the whole cannot be repeated. */
const THE_REST: Persistence = { tries: 5, longestMs: 10_000 };
const PARTLY = '途中までしか届いていません';

type Parts = { readonly calls: Calls; readonly upload: UploadFile };

/** Sends the messages of one card in their order. Nothing appears before all files are up and all places are taken. */
export function createSendAll(config: LineWorksConfig, { calls, upload }: Parts, deps: Deps): SendAll {
  return async (to, messages, { patient }) => {
    const place = addressParts(to);
    if (place === undefined) return { outcome: 'failed', reason: 'not an address of this channel' };
    if (messages.length === 0) return { outcome: 'failed', reason: 'nothing to send' };
    if (messages.some((each) => isUpload(each) && each.bytes.length > LARGEST_FILE)) {
      return { outcome: 'failed', reason: 'ファイルが大きすぎます' };
    }
    const how = patient ? IN_A_TURN : PLANNED;
    const contents = await uploaded(messages, how);
    return 'failed' in contents ? contents.failed : sendInOrder(place, contents.value, how);
  };

  async function uploaded(messages: readonly Outgoing[], how: Persistence): Promise<Done<readonly unknown[]>> {
    const contents: unknown[] = [];
    for (const message of messages) {
      if (!isUpload(message)) {
        contents.push(message);
        continue;
      }
      const done = await tryAgain(() => upload(message), how, deps, unseen);
      if ('failed' in done) {
        if (!mayBeWithout(message, done.failed)) return done;
        deps.log.warn({ reason: done.failed.reason }, 'a picture could not be uploaded');
        continue;
      }
      contents.push({ type: message.kind, fileId: done.value });
    }
    return { value: contents };
  }

  async function sendInOrder(place: AddressParts, contents: readonly unknown[], how: Persistence): Promise<SendResult> {
    const admit = () => calls.admit('message', contents.length, how.longestMs);
    const places = await tryAgain(admit, { ...how, tries: 1 }, deps);
    if ('failed' in places) return places.failed;
    const [first, ...rest] = contents;
    const begun = await sendOne(place, first, how);
    if ('failed' in begun) return begun.failed;
    for (const content of rest) {
      const done = await sendOne(place, content, THE_REST);
      if ('failed' in done) return partly(done.failed);
    }
    return { outcome: 'sent' };
  }

  function sendOne(place: AddressParts, content: unknown, how: Persistence): Promise<Done<void>> {
    const path = pathTo(place);
    // The place taken beforehand is for the first try.
    let admitted = true;
    const send = async () => {
      if (!admitted) await calls.admit('message', 1, PATIENCE_MS);
      admitted = false;
      await calls.call({ api: 'message', method: 'POST', path, body: { content }, admitted: true });
    };
    return tryAgain(send, how, deps);
  }

  function pathTo({ kind, id }: AddressParts): string {
    const whose = kind === 'person' ? 'users' : 'channels';
    return `/bots/${encodeURIComponent(config.botId)}/${whose}/${encodeURIComponent(id)}/messages`;
  }
}

/** A picture says nothing that its card does not say; where it only has to wait, all of it does. */
const mayBeWithout = ({ kind }: Upload, failed: Failed): boolean =>
  kind === 'image' && !(failed.outcome === 'failed' && failed.retryAfter !== undefined);

const partly = ({ outcome, reason }: Failed): SendResult => ({
  outcome: 'unknown',
  reason: outcome === 'unknown' ? reason : PARTLY,
});
