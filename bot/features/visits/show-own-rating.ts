import { ownRatingCard } from '../../../cards/visits/own-rating.ts';
import { ownMean } from '../../../programme/visits/own-mean.ts';
import { RATINGS } from '../../../programme/visits/rating.ts';
import { municipal } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';

export const showOwnRating = defineCommand({
  name: 'show-own-rating',
  says: ['自分の満足度'],
  help: '自分の訪問の満足度を、2団体以上・5件からの平均で確かめます。',
  example: '自分の満足度',
  english: 'See the mean of how your own visits were rated, once there are enough answers.',
  group: { title: '訪問のこと', order: 22 },
  needs: 'serve',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  spoken: {
    words: ['自分の満足度', '私の満足度', '満足度の平均'],
    wins: 370,
  },

  /** Of every municipality ever visited: what was said of a visit stays its answer after the assignment has ended. */
  async run(_input, { store, who }) {
    const all = await Promise.all(
      (await supportedMunicipalities(store)).map(({ code }) => store.ratings.list(municipal(code), RATINGS)),
    );
    const own = all.flat().flatMap(({ value }) => (value.expert === who.id ? [value] : []));
    return { card: ownRatingCard(ownMean(own)) };
  },
});
