import type { Command } from '../../command.ts';
import { addInitiative } from './add-initiative.ts';
import { applyRoadmap } from './apply-roadmap.ts';
import { changeInitiative } from './change-initiative.ts';
import { circulateSimplePlan } from './circulate-simple-plan.ts';
import { decideInitiatives } from './decide-initiatives.ts';
import { decideSimplePlan } from './decide-simple-plan.ts';
import { dropRoadmap } from './drop-roadmap.ts';
import { editSimplePlan } from './edit-simple-plan.ts';
import { removeInitiative } from './remove-initiative.ts';
import { reviewRoadmap } from './review-roadmap.ts';
import { roadmapFile } from './roadmap-file.ts';
import { settleRoadmap } from './settle-roadmap.ts';
import { showInitiatives } from './show-initiatives.ts';
import { showSimplePlan } from './show-simple-plan.ts';
import { simplePlanFile } from './simple-plan-file.ts';
import { startSimplePlan } from './start-simple-plan.ts';

/** The commands of this column. */
export const initiativesCommands: readonly Command[] = [
  showInitiatives,
  addInitiative,
  changeInitiative,
  removeInitiative,
  decideInitiatives,
  reviewRoadmap,
  settleRoadmap,
  applyRoadmap,
  dropRoadmap,
  roadmapFile,
  showSimplePlan,
  startSimplePlan,
  editSimplePlan,
  circulateSimplePlan,
  decideSimplePlan,
  simplePlanFile,
];
