import { itemIdsIn } from './item-ids.ts';

it.each([
  ['S1-3、S2-1', ['S1-3', 'S2-1']],
  ['ｓ１－３ S1-3', ['S1-3']],
  ['S1-3,S2-1', ['S1-3', 'S2-1']],
])('%s are items', (said, ids) => expect(itemIdsIn(said)).toEqual({ ids, unknown: undefined }));

it('names the first word that is no item', () => {
  expect(itemIdsIn('S1-3、窓口、S9-9')).toEqual({ ids: ['S1-3'], unknown: '窓口' });
});
