import type { Command } from '../command.ts';
import { askHelp } from './ask-help.ts';
import { bindRoom } from './bind-room.ts';
import { carryOver } from './carry-over.ts';
import { checkIn } from './check-in.ts';
import { correct } from './correct.ts';
import { helpAbout } from './help.ts';
import { register } from './register.ts';
import { reportItem } from './report-item.ts';
import { reportKpi } from './report-kpi.ts';
import { showDigest } from './show-digest.ts';
import { showHistory } from './show-history.ts';
import { showItem } from './show-item.ts';
import { showKpis } from './show-kpis.ts';
import { showStatus } from './show-status.ts';
import { undo } from './undo.ts';
import { whoAmI } from './who-am-i.ts';

const all: readonly Command[] = [
  checkIn,
  carryOver,
  showStatus,
  showItem,
  reportItem,
  showKpis,
  reportKpi,
  showHistory,
  correct,
  undo,
  askHelp,
  showDigest,
  bindRoom,
  whoAmI,
  register,
];

/** Every command, in the order help shows them. */
export const commands: readonly Command[] = [...all, helpAbout(all)];
