import { broughtBackCard, confirmRemovalCard, removedCard } from '../../../cards/initiatives/removal.ts';
import { stoodForCard } from '../../../cards/initiatives/stood-for.ts';
import { ask } from '../../../programme/asks.ts';
import { currentInitiative, type Initiative } from '../../../programme/initiatives/initiative.ts';
import { withInitiativeBack, withoutInitiative } from '../../../programme/initiatives/initiative-change.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { initiativeAmong, roadmapHere } from './initiative-found.ts';
import { roadmapList } from './initiative-views.ts';
import { numberStoodFor } from './read-initiatives.ts';

export const removeInitiative = defineCommand({
  name: 'remove-initiative',
  says: ['工程表から外す', '工程表削除'],
  help: '工程表から取組を外します。書いた内容は残り、あとで戻せます。',
  example: '工程表から外す',
  english: 'Take an initiative off the roadmap, or put it back.',
  group: { title: '工程表と財源', order: 4 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  shownFirst: true,
  wished: [
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?工程表から\s*(?<row>\d{1,2})(?:番目?|つ目)?(?:の取組)?を?(?:外|はず|削除|消|除|取り?(?:除|下げ))[^、。\n]*[。、]\s*(?:理由は、?)?(?<why>[^。、\n]{2,80}?(?:ので|ため|から))(?:です)?[。]?$/u,
      as: '工程表から外す $<where> $<row> 理由 $<why>',
      first: true,
    },
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?工程表から\s*(?<row>\d{1,2})(?:番目?|つ目)?(?:の取組)?を?(?:外|はず|削除|消|除|取り?(?:除|下げ))(?:し?たい|して|て|す|する|し?ます)(?:ください|です|のですが)?[。]?$/u,
      as: '工程表から外す $<where> $<row>',
      first: true,
    },
  ],
  spoken: { words: ['工程表削除', '工程表から外', '工程表から削除', '工程表から消', '工程表から除'], wins: 614 },

  async prepare({ initiative, back, reason, meant, page }, turn): Promise<Prepared<Initiative>> {
    const roadmap = await roadmapHere(turn);
    const { municipality } = turn;
    const moved = numberStoodFor(initiative, roadmap);
    const to = (id: string) => ask('remove-initiative', { municipality: municipality.code, initiative: id, reason });
    if (moved) return asksBack(['initiative'], stoodForCard(moved, { municipality, to }));
    const found = initiativeAmong(initiative, roadmap);
    if ('among' in found)
      return asksBack(['initiative'], roadmapList(roadmap, turn, { ...found, which: 'remove-initiative', page }));
    const { one } = found;
    const { number, content } = currentInitiative(one);
    if (back) return { found: one };
    if (one.removed) throw Refusal.because('initiative-removed', { name: content.name });
    if (meant !== String(number)) return asksBack([], confirmRemovalCard({ municipality, one }, reason));
    return { found: one };
  },

  async run({ back, reason }, turn, one) {
    const { municipality, change, from } = turn;
    const at = { partition: municipal(municipality.code), id: one.id };
    const seen = currentInitiative(one).number;
    const next = (known: Initiative) =>
      back ? withInitiativeBack(known, from) : withoutInitiative(known, from, { seen, reason });
    const after = await change('initiatives', at, (known) => next(known ?? one));
    return { card: (back ? broughtBackCard : removedCard)({ municipality, one: after }), how: 'replace' };
  },
});
