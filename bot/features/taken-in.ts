import type { TakenIn } from '../files/taken-in.ts';
import { takenAnswers } from './check-in/taken-answers.ts';
import { takenRoadmap } from './initiatives/taken-roadmap.ts';

/** Every kind of workbook that comes back filled in. */
export const takenInKinds: readonly TakenIn[] = [takenRoadmap, takenAnswers];
