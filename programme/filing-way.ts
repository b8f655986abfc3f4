import type { Filing } from './filing.ts';
import type { OwnWay, WayBack } from './undo.ts';

type Ways = {
  /** 月次報告 */
  readonly called: string;
  /** Where it is written anew. */
  readonly edit: WayBack['back'];
  /** Takes it off the table, where the kind can be. */
  readonly withdraw?: WayBack['back'];
};

/** How what one message wrote of a filing is undone: withdrawn where it can be, written or decided anew otherwise. */
export function filingWay(filing: Filing, said: string, { called, edit, withdraw }: Ways): OwnWay | undefined {
  const isIts = ({ ask }: { readonly ask: string }) => ask === said;
  if (filing.withdrawn) return undefined;
  if ([...(filing.decisions ?? []), ...(filing.acts ?? []), ...(filing.remarks ?? [])].some(isIts))
    return { what: `${called}への記録`, filing: filing.id, anew: `この${called}を開く` };
  const isSubmitted = filing.submissions?.some(isIts) ?? false;
  if (!isSubmitted && !filing.versions.some(isIts)) return undefined;
  const what = isSubmitted ? `${called}の提出` : `${called}の下書き`;
  return withdraw ? { what, back: withdraw } : { what, back: edit, anew: `${called}を書き直す` };
}
