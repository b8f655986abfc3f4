import { createHmac } from 'node:crypto';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import type { Doors } from './doors.ts';
import { type Grammar, jsonOf, objectOf } from './grammar.ts';

const TYPES = [
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'messageReaction',
  'typing',
  'event',
  '',
];
/** Teams has no end of invokes; ours is the first. */
const INVOKES = [
  'adaptiveCard/action',
  'adaptiveCard/action',
  'composeExtension/query',
  'task/fetch',
  'signin/verifyState',
];

const CHANGES = ['editMessage', 'softDeleteMessage', 'undeleteMessage'];
const CONTENT_TYPES = ['text/html', 'image/*', 'audio/mp4', 'application/vnd.microsoft.teams.file.download.info', ''];

let count = 0;

/** An activity as Teams might send it from one of these people, or as nobody would. */
export function activityOf(doors: Doors, grammar: Grammar, tenant = doors.teams.tenant): Record<string, unknown> {
  const { chance, pick, text, value } = grammar;
  const person = pick(doors.inTeams);
  const isGroup = chance(0.2);
  const room = isGroup ? pick(['19:here@thread.v2', '19:there@thread.tacv2;messageid=1', text()]) : person.room.id;
  const whole = {
    ...{ type: 'message', id: `f:${count++}`, timestamp: doors.now().toISOString(), channelId: 'msteams' },
    serviceUrl: doors.teams.connector.serviceUrl,
    from: { id: chance(0.97) ? person.account.id : text(), name: text() },
    recipient: { id: `28:${doors.teams.appId}`, name: '伴走ボット' },
    conversation: { id: room, conversationType: isGroup ? 'groupChat' : 'personal', isGroup, tenantId: tenant },
    ...didOf(doors, grammar, person),
    channelData: { tenant: { id: tenant }, eventType: chance(0.3) ? pick(CHANGES) : value() },
  };
  return chance(0.25) ? spoiled(whole, grammar) : whole;
}

function didOf(doors: Doors, grammar: Grammar, { account }: TeamsUser): Record<string, unknown> {
  const { chance, pick, value, text } = grammar;
  const bot = { id: `28:${doors.teams.appId}` };
  const kind = grammar.int(20);
  if (kind < 11)
    return {
      ...{ type: 'invoke', name: chance(0.9) ? 'adaptiveCard/action' : pick(INVOKES) },
      value: chance(0.95)
        ? { action: { type: 'Action.Execute', verb: text(), data: submitOf(grammar) }, trigger: 'manual' }
        : value(),
    };
  if (kind < 15) return messageOf(grammar, bot);
  if (kind < 17) return { value: submitOf(grammar), ...(chance(0.5) && { replyToId: text() }) };
  if (kind === 17) return { type: 'conversationUpdate', membersAdded: [pick<unknown>([bot, account, value()])] };
  if (kind === 18) return { type: 'installationUpdate', action: pick(['add', 'remove', text()]) };
  return { type: pick(TYPES), value: value(), text: value(), entities: value(), membersAdded: value() };
}

/** Words to the bot, as some client wraps them, or a change of such. */
function messageOf(grammar: Grammar, bot: { readonly id: string }): Record<string, unknown> {
  const { chance, pick, sentence, value } = grammar;
  const mention = { type: 'mention', text: '<at>伴走ボット</at>', mentioned: bot };
  const entities = [mention, ...(chance(0.1) ? [value()] : []), ...(chance(0.1) ? [replyOf(grammar)] : [])];
  const type = chance(0.15) ? pick(['messageUpdate', 'messageDelete']) : 'message';
  return { type, text: `<at>伴走ボット</at> ${sentence()}`, entities, ...(chance(0.4) && shownOf(grammar)) };
}

const replyOf = ({ pick, sentence, value }: Grammar) => ({
  type: 'quotedReply',
  quotedReply: pick<unknown>([{ preview: sentence() }, { messageId: '1' }, value()]),
});

/** What a client shows of a message, which may quote another one, and what hangs on it. */
function shownOf({ chance, pick, sentence, value, int }: Grammar): Record<string, unknown> {
  const quote = `<blockquote itemtype="http://schema.skype.com/Reply"><p>${sentence()}</p></blockquote>`;
  const attachments = Array.from({ length: 1 + int(3) }, () => {
    const content = chance(0.1) ? value() : pick([quote, `${quote}<p>${sentence()}</p>`, `<p>${sentence()}</p>`]);
    return { contentType: chance(0.7) ? 'text/html' : pick(CONTENT_TYPES), content };
  });
  return { attachments, ...(chance(0.3) && { text: pick<unknown>(['', undefined, sentence()]) }) };
}

/** What a card of ours sends back, filled in by someone who means no good. */
function submitOf(grammar: Grammar): unknown {
  const { chance, pick, value, input, text, int } = grammar;
  if (chance(0.05)) return value();
  const { command, input: given } = grammar.ask();
  const names = ['note', 'value', 'text', 'answers.K0-03.numerator', 'stages.S1-3.stage', 'actions.0.who', 'seen'];
  const filled = Array.from({ length: int(4) }, () => {
    const name = chance(0.7) ? pick(names) : text();
    return [name, input(name)] as const;
  });
  return objectOf([...Object.entries({ bansou: chance(0.97) ? 1 : value(), command, given }), ...filled]);
}

/** One thing of it is missing, or something else. */
function spoiled(whole: Record<string, unknown>, { pick, chance, value }: Grammar): Record<string, unknown> {
  const name = pick(Object.keys(whole));
  const { [name]: _gone, ...rest } = whole;
  return chance(0.4) ? rest : { ...rest, [name]: value() };
}

/** Headers that prove nothing, and a body that may be anything. */
export function forgedActivity(doors: Doors, grammar: Grammar, forged: readonly string[]) {
  const { chance, pick, text } = grammar;
  const authorization = chance(0.7) ? pick(forged) : pick(['', 'Bearer', 'Bearer ..', `Bearer ${text()}`, text()]);
  const json = jsonOf(activityOf(doors, grammar), grammar);
  const cut = json.slice(0, grammar.int(json.length));
  const body = chance(0.85) ? json : pick([cut, text(), '[]', 'null', `[${cut}`, '{"type":1}', `${json}}`]);
  return { headers: chance(0.97) ? { authorization } : {}, body };
}

/** Tokens of everyone but the channel: other keys, other issuers, other audiences, other times, and altered ones. */
export function forgedTokens({ teams }: Doors): readonly string[] {
  const { appId, connector, identity } = teams;
  const mint = (how: Parameters<typeof identity.mint>[2]) => identity.mint(appId, connector.serviceUrl, how);
  const good = mint({});
  const [head = '', claims = '', signature = ''] = good.split('.');
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const other = part({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), exp: 4_102_444_800 });
  const hmac = part({ alg: 'HS256', typ: 'JWT', kid: JSON.parse(Buffer.from(head, 'base64url').toString()).kid });
  const now = Math.floor(Date.now() / 1_000);
  const tokens = [
    ...[mint({ key: 'unlisted' }), mint({ key: 'unendorsed' }), mint({ key: 'unlisted', kid: 'x' })],
    ...[mint({ claims: { iss: 'https://sts.windows.net/x/' } }), mint({ claims: { aud: 'another-app' } })],
    ...[mint({ claims: { aud: undefined } }), mint({ claims: { iss: undefined } })],
    ...[mint({ claims: { exp: now - 7_200 } }), mint({ claims: { nbf: now + 7_200, exp: now + 9_000 } })],
    ...[mint({ claims: { serviceurl: 'https://elsewhere.example/' } }), mint({ claims: { serviceurl: undefined } })],
    ...[
      `${head}.${other}.${signature}`,
      `${head}.${claims}.`,
      `${head}.${claims}`,
      `${part({ alg: 'none' })}.${claims}.`,
    ],
    `${hmac}.${claims}.${createHmac('sha256', 'public').update(`${hmac}.${claims}`).digest('base64url')}`,
    ...[
      `${head}.${claims}.${[...signature].reverse().join('')}`,
      `bnVsbA.${claims}.${signature}`,
      `${head}.W10.${signature}`,
    ],
  ];
  return [...tokens.map((token) => `Bearer ${token}`), good, `Basic ${good}`, `Bearer ${good} ${good}`];
}
