import { itemYearName } from '../programme.ts';
import type { ItemRecord } from '../progress/item-record.ts';
import type { InitiativeContent } from './initiative.ts';

/** 仕分け as the item's own 実施年度 has it; undefined where that says neither. */
export const sortedOfItem = (record: ItemRecord | undefined): InitiativeContent['sorted'] | undefined =>
  record?.year === 'this' || record?.year === 'later' ? record.year : undefined;

/** What to tell where an initiative is sorted otherwise than its item. */
export function itemYearDiffers(
  { item, sorted }: Pick<InitiativeContent, 'item' | 'sorted'>,
  record: ItemRecord | undefined,
  fiscalYear: number,
): string | undefined {
  if (record === undefined || record.year === sorted) return undefined;
  return `項目 ${item} の実施年度は「${itemYearName(record.year, fiscalYear)}」です。仕分け「${itemYearName(sorted, fiscalYear)}」と合っていません。`;
}
