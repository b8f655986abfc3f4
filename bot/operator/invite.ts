import { dayOf, fullDate } from '../../programme/day.ts';
import { MEMBERS } from '../../storage/collections.ts';
import { invite } from '../invite.ts';
import { type Verb, withStore } from './verb.ts';

export const inviteVerb: Verb = {
  name: 'invite',
  usage: 'invite [氏名…]',
  help: 'まだボットと話していない人（または指定した人）に招待コードを作ります。',

  async run({ rest: names, config, now }) {
    const { invited, unknown } = await withStore(config, async (store) => {
      const all = (await store.members.list(MEMBERS)).map(({ value }) => value);
      const chosen = names.length === 0 ? undefined : all.filter(({ name, active }) => active && names.includes(name));
      const missing = names.filter((name) => !chosen?.some((member) => member.name === name));
      return { unknown: missing, invited: missing.length > 0 ? [] : await invite(store, chosen, now) };
    });
    if (unknown.length > 0)
      return {
        ok: false,
        lines: [`名簿にありません: ${unknown.join('、')}。名簿の表記のとおりに指定してください。`],
        data: { unknown },
      };
    const lines = invited.map(
      ({ name, office, code, expires }) => `${office}\t${name}\t${code}\t${fullDate(dayOf(new Date(expires)))}まで`,
    );
    return { ok: true, lines: lines.length > 0 ? lines : ['招待が必要な人はいません。'], data: { invited } };
  },
};
