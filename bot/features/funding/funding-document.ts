import { fundingSheetBook } from '../../../documents/funding/funding-sheet-book.ts';
import { tableBook } from '../../../documents/table-book.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { knownMunicipality, supportedMunicipalities } from '../../../storage/municipalities.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { townFundings } from './funding-view.ts';

/** 財源活用シート of a municipality, as an Excel workbook. */
export async function fundingSheetOf({ code, name }: Municipality, from: Making): Promise<Uint8Array> {
  return tableBook(fundingSheetBook({ town: name, now: from.now, ...(await townFundings(code, from)) }));
}

export const fundingDocument: HandedOut = {
  name: '財源活用シート',
  called: '財源活用シート',
  ending: '.xlsx',

  async make(id, from) {
    const town = await knownMunicipality(from.store, id);
    return town?.supported ? fundingSheetOf(town, from) : undefined;
  },

  pick: async ({ municipality }) => municipality,
  list: async ({ store }) => (await supportedMunicipalities(store)).map(({ code, name }) => [code, name] as const),
};
