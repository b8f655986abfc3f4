import { saysNothing } from '../../programme/says-nothing.ts';
import { smallTalkIn } from '../understand/small-talk.ts';

/** 「特になし」 or 「ありがとう」 to the question what is troubling somebody: nothing that the secretariat has to see to. */
export function asksForNothing(text: string): boolean {
  const topic = smallTalkIn(text);
  return saysNothing(text) || topic === 'thanks' || topic === 'greeting' || topic === 'agreed';
}
