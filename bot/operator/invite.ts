import { dayOf } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import { lackingSaid } from '../../programme/no-access.ts';
import { invitationLetter } from '../../programme/people/invitation.ts';
import { plainName, shapelessName } from '../../programme/person-name.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import { admission } from '../features/admission.ts';
import type { Judge } from '../who/admission.ts';
import { invite, notMet } from './give-codes.ts';
import { misspelt, notImported, type Outcome, type Verb, withStore } from './verb.ts';

export const inviteVerb: Verb = {
  name: 'invite',
  usage: 'invite [氏名…]',
  help: 'まだボットと話していない人（または指定した人）に、招待コードと送る文面を作ります。',

  async run({ rest: names, config, now }) {
    const answer = await withStore(config, async (store) => {
      if (!(await store.programmes.get(PROGRAMME, 'programme'))) return undefined;
      const all = (await store.members.list(MEMBERS)).map(({ value }) => value).filter(({ active }) => active);
      const missing = names.filter((said) => !all.some((member) => isMeant(member, said)));
      if (missing.length > 0) return { refused: refusedFor(names, missing, all), invited: [] };
      const chosen =
        names.length === 0 ? await notMet(store) : all.filter((member) => names.some((said) => isMeant(member, said)));
      const lacks = await admission(store, chosen, dayOf(now));
      const may = chosen.filter((member) => lacks(member) === undefined);
      return {
        invited: await invite(store, may, now),
        kept: chosen.flatMap((who) => keptFor(who, lacks)),
      };
    });
    if (!answer) return { ok: false, lines: [notImported], data: { invited: [] } };
    const { invited, refused, kept = [] } = answer;
    if (refused) return refused;
    const letters = invited.map((one) => ({ ...one, message: invitationLetter(one) }));
    const head = `${letters.length}人分の文面です。1人ずつ、本人だけが読むところへ送ってください。`;
    const lines = letters.flatMap(({ message }) => ['――――――――', message]);
    return {
      ok: true,
      lines: [...(letters.length > 0 ? [head, ...lines] : ['招待が必要な人はいません。']), ...kept],
      data: { invited: letters },
    };
  },
};

const isMeant = ({ name }: Member, said: string): boolean => plainName(name) === plainName(said);

/** Two words that nobody on the roster is called by may be the halves of one name: if they are, it was written wrongly. */
function refusedFor(names: readonly string[], missing: readonly string[], all: readonly Member[]): Outcome {
  const pairs = names.flatMap((first, i) => {
    const second = names[i + 1];
    return second !== undefined && missing.includes(first) && missing.includes(second) ? [`${first} ${second}`] : [];
  });
  const halved = pairs.find((pair) => all.some((member) => isMeant(member, pair)));
  const pair = halved ?? pairs[0];
  const lines = [
    ...missing.map((said) => unknownSentence(said, all)),
    ...(pair === undefined ? [] : [`空白のある氏名は "${pair}" のように引用符で囲んでください。`]),
  ];
  const refused = { ok: false, lines, data: { unknown: names } };
  return halved === undefined ? refused : misspelt(refused);
}

/** Nobody is invited who could not come in. */
function keptFor(who: Member, lacks: Judge): readonly string[] {
  const no = lacks(who);
  return no ? [`※ ${who.name}さんは今は使えないため、作っていません: ${lackingSaid(no)}。`] : [];
}

/** Nobody is invited by a name that only looks alike. */
function unknownSentence(said: string, members: readonly Member[]): string {
  const near = members.filter(({ name }) => shapelessName(name) === shapelessName(said));
  const hint = near.length > 0 ? `「${near.map(({ name }) => name).join('」「')}」のことですか。` : '';
  return `「${said}」は名簿にありません。${hint}名簿の表記のとおりに指定してください。`;
}
