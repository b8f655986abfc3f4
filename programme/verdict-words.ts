import { approvalNames, type FilingState, filingStateNames, type Ruling } from './filing.ts';

/** What a yes to a filing is called; of 受領 there is nothing to refuse, only something to put right. */
export type YesWord = '承認' | '承諾' | '受領';

export function verdictName(yes: YesWord, verdict: Ruling): string {
  if (verdict === 'approve') return yes;
  if (yes === '受領') return '直しの依頼';
  return yes === '承諾' && verdict === 'refuse' ? '不承諾' : approvalNames[verdict];
}

/** How it stands, in the words of what a yes to it is called. */
export function filingStateCalled(state: FilingState, yes: YesWord): string {
  if (state === 'approve' || state === 'refuse') return verdictName(yes, state);
  return state === 'submitted' && yes === '受領' ? '提出済み・県の受領待ち' : filingStateNames[state];
}

/** What can be decided about it. */
export const verdictsFor = (yes: YesWord): readonly Ruling[] =>
  yes === '受領' ? ['approve', 'conditional'] : ['approve', 'conditional', 'refuse'];

/** The verdict a sentence names by a word of it; the no before the yes that stands in it. */
export function verdictSaid(said: string): Ruling | undefined {
  const plain = said.normalize('NFKC');
  if (/不承[認諾]|承[認諾]取り?消/.test(plain)) return 'refuse';
  if (/条件(つき|付き?)|直しの依頼/.test(plain)) return 'conditional';
  return /承[認諾]|受領/.test(plain) ? 'approve' : undefined;
}
