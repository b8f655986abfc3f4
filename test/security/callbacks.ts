import { signatureOf } from '../fakes/line-works/callbacks.ts';
import type { Doors } from './doors.ts';
import { type Grammar, jsonOf } from './grammar.ts';

const TYPES = ['begin', 'end', 'join', 'leave', 'joined', 'left', 'unknown', '', '__proto__'];
const CONTENTS = ['text', 'sticker', 'image', 'file', 'audio', 'video', 'location', 'somethingNew', ''];

/** An event as LINE WORKS might send it from one of these people, or as nobody would. */
function eventOf(doors: Doors, grammar: Grammar): Record<string, unknown> {
  const { chance, pick, text, value } = grammar;
  const { userId } = pick(doors.inLineWorks);
  const room = chance(0.1) ? { channelId: pick(['here', 'there', text()]) } : {};
  const whole = {
    type: 'message',
    source: { userId: chance(0.97) ? userId : text(), ...room, domainId: doors.works.world.domainId },
    issuedTime: new Date(doors.now().getTime() - grammar.int(3_600_000)).toISOString(),
    ...didOf(grammar),
  };
  if (chance(0.8)) return whole;
  const name = pick(Object.keys(whole) as (keyof typeof whole)[]);
  return { ...whole, [name]: chance(0.3) ? undefined : value() };
}

function didOf(grammar: Grammar): Record<string, unknown> {
  const { pick, text, value, sentence } = grammar;
  const kind = grammar.int(10);
  if (kind < 4)
    return { content: { type: 'text', text: pick([sentence(), `${sentence()} @伴走ボット ${sentence()}`]) } };
  if (kind < 7) return { content: { type: 'text', text: text(), postback: postbackOf(grammar) } };
  if (kind === 7) return { type: 'postback', data: postbackOf(grammar) };
  if (kind === 8) return { content: { type: pick(CONTENTS), text: value(), fileId: text() } };
  return { type: pick(TYPES), content: value(), data: value() };
}

/** What a button of ours carries, and what it never would. */
function postbackOf(grammar: Grammar): unknown {
  const { chance, pick, value, text, sentence } = grammar;
  if (chance(0.1)) return pick<unknown>(['start', '', text(), '{"c":', 'null', value()]);
  if (chance(0.1)) return JSON.stringify({ s: chance(0.8) ? sentence() : value() });
  const { command, input } = grammar.ask();
  return jsonOf({ c: command, i: input, ...(chance(0.2) && { o: chance(0.8) ? 1 : value() }) }, grammar);
}

/** What the product has signed. */
export function signedCallback(doors: Doors, grammar: Grammar) {
  const { chance, pick, text } = grammar;
  const json = jsonOf(eventOf(doors, grammar), grammar);
  const body = chance(0.97) ? json : pick([json.slice(0, grammar.int(json.length)), `[${json}]`, text(), '']);
  const bot = { 'x-works-botid': chance(0.98) ? doors.works.config.botId : text() };
  return { headers: { ...bot, 'x-works-signature': signatureOf(doors.works.config.botSecrets[0] ?? '', body) }, body };
}

/** The same with a signature that is none, or of something else. */
export function forgedCallback(doors: Doors, grammar: Grammar) {
  const { pick, text, int } = grammar;
  const { headers, body } = signedCallback(doors, grammar);
  const flipped = Buffer.from(headers['x-works-signature'], 'base64');
  flipped[int(flipped.length)] = (flipped[int(flipped.length)] ?? 0) ^ (1 << int(8));
  const isSame = flipped.toString('base64') === headers['x-works-signature'];
  const signature = pick([
    ...[undefined, '', '***', text(), signatureOf('another', body), signatureOf('', body)],
    ...[signatureOf(doors.works.config.botSecrets[0] ?? '', `${body} `), `${headers['x-works-signature']}AAAA`],
    isSame ? '' : flipped.toString('base64'),
  ]);
  return { headers: { ...headers, 'x-works-signature': signature }, body };
}
