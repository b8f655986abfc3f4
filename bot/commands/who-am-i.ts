import { stranger, whoYouAre } from '../../cards/who.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { defineCommand } from '../command.ts';

export const whoAmI = defineCommand('who-am-i', {
  says: ['自分', '私は'],
  help: '自分がどう登録されているかを確かめます。',
  example: '自分',
  needs: 'anything',
  about: 'anyone',
  privately: true,

  async run(_input, { who, store }) {
    if (!who) return { card: stranger() };
    const towns = await Promise.all(
      who.municipalities.map((code) => store.municipalities.get(PROGRAMME, `municipality-${code}`)),
    );
    return {
      card: whoYouAre(
        who,
        towns.flatMap((town) => (town ? [town.value.name] : [])),
      ),
    };
  },
});
