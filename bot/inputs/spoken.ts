import type { CommandName } from '../../programme/asks.ts';

/** Why a sentence may not be what it looks like. */
export type Doubt =
  | 'question'
  | 'negation'
  | 'condition'
  | 'hearsay'
  | 'plan'
  | 'elsewhere'
  | 'unread'
  | 'unused'
  | 'several'
  /** Clear in each part: several reports in one message are looked over once. */
  | 'together';

/** What a sentence may hold without a word for what is wanted; each means exactly one command. */
export type Content =
  /** An item or a KPI by its name. */
  | 'item'
  | 'kpi'
  /** A municipality or a step. */
  | 'where'
  /** An item, and an address where it can be seen. */
  | 'proof'
  /** What is reported: the stage of an item, the value of a KPI, several of them at once. */
  | 'stage'
  | 'value'
  | 'several'
  /** Reports of several municipalities. */
  | 'places'
  /** That nothing has changed, in no words of its own: 今週は特に何もありません. */
  | 'unchanged'
  /** Nothing that can be read. */
  | 'nothing';

/** What a label can stand before: 根拠, メモ, 理由. */
export type Label = 'evidence' | 'note' | 'reason';

/** What stands between the parts of a sentence that were read; `unread` is what is left of it without words that add nothing. */
type Clause = { readonly plain: string; readonly unread: string };

/** A sentence as a command may read it itself. */
export type Said = {
  /** Letter for letter. */
  readonly typed: string;
  /** What stands beside the command's own words, or beside everything that was read and is no other command's word. */
  clauses(beside: 'own words' | 'what was read'): readonly Clause[];
  /** The first sign of doubt, once these words are taken out. */
  doubt(without?: RegExp): Doubt | undefined;
};

type Read = { readonly input: Readonly<Record<string, unknown>>; readonly doubt?: Doubt | undefined };

/** A text that a sentence holds, and the sentence without it. */
export type ToldText = { readonly text: string; readonly rest: string };

/** How a command is spoken of inside of sentences. */
export type Spoken<N extends string = string> = {
  /** What people say when they want it. */
  readonly words: readonly string[];
  /** Of two commands whose words stand in one sentence, the one with more is meant; no two have the same. */
  readonly wins: number;
  /** What means it without any of its words. */
  readonly alone?: readonly Content[];
  /** Words that mean it where nothing else in the sentence means anything. */
  readonly otherwise?: readonly string[];
  /** Said of an item or a KPI, it is this other command: 状況 of an item is the item. */
  readonly of?: { readonly item?: CommandName; readonly kpi?: CommandName };
  /** It shows what is on record; what is named beside it and may be several things is asked for. */
  readonly looks?: true;
  /** What the button says that leads to it, when a report of what it shows was perhaps not meant. */
  readonly instead?: string;
  /** Its words say what is wanted even where a value stands beside them. */
  readonly firm?: true;
  /** Its words may stand in a report beside what is reported. */
  readonly besideReport?: true;
  /** One thing reported beside its words is what it is about: 訂正 K0-03 62. */
  readonly takesReport?: true;
  /** Its words are often said along without being wanted: 会議に出席; or only where an address is: 議事録 https://… */
  readonly passing?: true | 'with an address';
  /** Commands whose words are said along with it: 間違えたので取消. */
  readonly lets?: readonly CommandName[];
  /** Words of its own that may only say that something is to come: 来月完了予定. */
  readonly orPlan?: readonly string[];
  /** A question with its words is answered by this one, and nothing is done: もう催促した? */
  readonly asked?: CommandName;
  /** Everybody says it of themselves: 課長が休みます asks for no leave. */
  readonly ofOneself?: true;
  /** A negation in its words is none: 変更ありません. */
  readonly whole?: true;
  /** Its word may also say that it is so already: 復帰しました, where 催促しました asks for nothing. */
  readonly past?: true;
  /** Its words are said of much else: where something stays unread, it is meant only with this input, or with one of these. */
  readonly loose?: { readonly unless: N; readonly or: readonly CommandName[] };
  /** Which of its inputs take what was labelled; the rest is of no use to it, or left out without a doubt. */
  readonly labelled?: 'left out' | { readonly [K in N]?: readonly Label[] };
  /** Behind a word of one of these, it is meant: 打合せ … 入れて, where 打合せ alone shows the meetings. Folded. */
  readonly behind?: { readonly of: readonly CommandName[]; readonly by: RegExp };
  /**
   * What is said along with it and speaks neither for nor against doing it, such as why, where and with whom; folded, and
   * nothing that was read as something may stand in it.
   */
  readonly aside?: RegExp;
  /** What of a sentence is the text of this input, by how it is asked for: nothing is read in it. */
  readonly tells?: { readonly input: N; in(said: string): ToldText | undefined };
  /** Reads a sentence with its words by itself. */
  read?(said: Said): Read;
  /** Judges by itself what speaks against doing it at once. */
  judge?(input: Readonly<Record<string, unknown>>, said: Said): Read;
};
