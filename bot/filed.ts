import type { Ask } from '../cards/card.ts';
import type { Day } from '../programme/day.ts';
import type { Filing } from '../programme/filing.ts';
import type { Kind } from '../programme/kind.ts';
import type { Making } from './files/handed-out.ts';

/** How those who decide about a filing see its kind, each as it was handed in (`asHandedIn`); listed in bot/features/filed.ts. */
export type Filed = {
  readonly kind: Kind<Filing>;
  /** What ids of it begin with, up to and with the first dash; no two kinds have the same. */
  readonly prefix: string;
  /** 体制変更届 */
  readonly called: string;
  /** What a yes to it is: 承認; 承諾 where somebody else has consented too; 受領 where there is nothing to decide. */
  readonly yes: '承認' | '承諾' | '受領';
  /** Whether the formal act is a letter with a 文書番号, which is asked for until it is there. */
  readonly hasAct: boolean;
  /** Which one it is, in a few words: 派遣 一郎さん → 派遣 二郎さん（12/3から）. */
  title(filing: Filing, from: Making): Promise<string>;
  /** What is worth a look before deciding: 期限後の提出です. */
  notes?(filing: Filing, from: Making): Promise<readonly string[]>;
  /**
   * The day from which an approved version takes effect (施行): from then on it is not decided anew, because people act on
   * it; a slip can still be put right within a day. Without one the prefecture may change its mind at any time, as with a 承諾.
   */
  effectiveFrom?(filing: Filing): Day | undefined;
  /** 団体コード of the one municipality it is about: what is sent about it is kept, and erased, with that. */
  ofMunicipality?(filing: Filing): string | undefined;
  /** How the prefecture takes its yes back, where the kind has a command of its own for that: 撤回. */
  takeBack?(filing: Filing): Ask;
  /** Shows it whole. */
  open(filing: Filing): Ask;
};

/** The kinds of filing differ in their content alone, which nobody who only decides looks into. */
export function filedKind<F extends Filing>(
  declared: Omit<Filed, 'kind' | 'title' | 'notes' | 'effectiveFrom' | 'ofMunicipality' | 'takeBack' | 'open'> & {
    readonly kind: Kind<F>;
    title(filing: F, from: Making): Promise<string>;
    notes?(filing: F, from: Making): Promise<readonly string[]>;
    effectiveFrom?(filing: F): Day | undefined;
    ofMunicipality?(filing: F): string | undefined;
    takeBack?(filing: F): Ask;
    open(filing: F): Ask;
  },
): Filed {
  return declared as unknown as Filed;
}
