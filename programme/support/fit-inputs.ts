import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { shownAs } from '../shown.ts';
import { Fit, FitOccasion, fitNames, fitOccasionNames } from '../visits/fit-answer.ts';

export const assessedExpert = words(80).register(inputMeta, { title: '派遣人材', reads: 'hidden' });
export const fitOccasion = FitOccasion.register(inputMeta, {
  title: '機会',
  reads: 'choice',
  choices: choicesOf(fitOccasionNames),
});
export const fit = Fit.register(inputMeta, {
  title: '続けられそうか',
  reads: 'choice',
  choices: choicesOf(fitNames),
  shown: shownAs(45, '続けられそうか', (said) => fitNames[said as Fit]),
});
