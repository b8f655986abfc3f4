import { type Ask, buttons, type Card, notice, offering, text } from './card.ts';
import { excerpt } from './excerpt.ts';
import { never } from './understood.ts';

/** What was written for a reason may take back what it was to be the reason for: nothing is recorded before a yes. */
export function secondThoughtCard(title: string, { label, said }: { label: string; said: string }, yes: Ask): Card {
  const sentence = `「${excerpt(said, 40)}」を「${label}」として記録してよいですか。まだ記録していません。`;
  return offering(
    title,
    sentence,
    notice('attention', sentence),
    text('考えが変わったときは「やめる」を押して、もう一度選んでください。', 'quiet'),
    buttons({ label: 'はい、このまま記録する', ask: yes }, never),
  );
}
