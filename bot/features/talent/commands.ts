import type { Command } from '../../command.ts';
import { editTalentProfile } from './edit-talent-profile.ts';
import { editTraining } from './edit-training.ts';
import { recordTraining } from './record-training.ts';
import { removeTalent } from './remove-talent.ts';
import { showTalent } from './show-talent.ts';
import { talentFile } from './talent-file.ts';
import { trainingFile } from './training-file.ts';

/** The commands of this column. */
export const talentCommands: readonly Command[] = [
  showTalent,
  editTraining,
  recordTraining,
  editTalentProfile,
  removeTalent,
  talentFile,
  trainingFile,
];
