import type { Command } from '../../command.ts';
import { changeIndicator } from './change-indicator.ts';
import { showIndicatorEverywhere } from './show-indicator-everywhere.ts';
import { showIndicatorList } from './show-indicator-list.ts';
import { showIndicators } from './show-indicators.ts';

/** The commands of this column. */
export const indicatorsCommands: readonly Command[] = [
  showIndicators,
  showIndicatorEverywhere,
  showIndicatorList,
  changeIndicator,
];
