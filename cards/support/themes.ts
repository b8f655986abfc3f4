import { catalogue } from '../../programme/catalogue.ts';
import { itemIdsIn } from '../../programme/support/item-ids.ts';

const choices = catalogue.items.map(({ id, short }) => ({ value: id, label: `${id} ${short}` }));

/** Items as a form lets people choose several of them; what was typed and is none is left out. */
export const themeChoice = (said: string | undefined) => ({
  ...{ type: 'choice' as const, several: true as const, choices },
  value: said === undefined ? undefined : itemIdsIn(said).ids.join(','),
});
