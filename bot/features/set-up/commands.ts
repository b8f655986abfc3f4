import type { Command } from '../../command.ts';
import { addMunicipality } from './add-municipality.ts';
import { changeLateReports } from './change-late-reports.ts';
import { changeSlots } from './change-slots.ts';
import { closeOffice } from './close-office.ts';
import { openOffice } from './open-office.ts';
import { showChanges } from './show-changes.ts';
import { undoChange } from './undo-change.ts';

/** What can be asked in this column. */
export const setUpCommands: readonly Command[] = [
  addMunicipality,
  closeOffice,
  openOffice,
  changeSlots,
  changeLateReports,
  showChanges,
  undoChange,
];
