import type { ShownMaterial } from '../programme/consent/showing.ts';

/** What is shown, as data that knows no chat product. */
export type Card = {
  readonly title: string;
  /** The card in one plain line: notifications, and products that cannot draw it. */
  readonly summary: string;
  readonly body: readonly Node[];
  /** What its buttons and rows are called may also be typed, as the next message; or these instead of them. */
  readonly offers?: true | readonly Button[];
  /** What of others it shows that they had cleared for sharing: kept with whom it was shown to. */
  readonly shows?: readonly ShownMaterial[];
};

/** A button is a command typed for you: which command, and what is already filled in. */
export type Ask = { readonly command: string; readonly input: { readonly [name: string]: unknown } };

/** Colour is never alone: each tone is drawn with its own mark. */
export type Tone = 'good' | 'attention' | 'bad' | 'quiet' | 'plain';

export type Button = { readonly label: string; readonly ask: Ask; readonly look?: 'primary' | 'plain' | 'danger' };

/** An answer that is typed for you: pressing it says the words. */
export type QuickReply = { readonly label: string; readonly says: string };

export type Choice = { readonly value: string; readonly label: string };

/** An input. `name` may be a path (`answers.K0-03.value`): the parts become nested inputs. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  /** The person has just said it: where fields are asked one by one, this one is not. */
  readonly said?: boolean;
  /** Shown beside the field when its last value was not accepted. */
  readonly error?: string | undefined;
} & (
  | { readonly type: 'text'; readonly maxLength: number; readonly lines?: 'one' | 'many' }
  /** `unit`: what it is counted in, also where it is said in another. `last`: the value before. */
  | { readonly type: 'number'; readonly unit?: string | undefined; readonly last?: string | undefined }
  | { readonly type: 'date' }
  | { readonly type: 'time' }
  /** `insteadOfPart`: on, the other fields of its part need no answer. */
  | { readonly type: 'toggle'; readonly insteadOfPart?: true }
  /** `several`: more than one may be chosen; they are sent with 「,」 between them. */
  | { readonly type: 'choice'; readonly choices: readonly Choice[]; readonly several?: true }
  /** One of more than a form lists: a part of its name is enough. `choices`: the few that are offered all the same. */
  | { readonly type: 'search'; readonly choices: readonly Choice[] }
);

/** A part of a form: what is shown above its fields. */
export type FormPart = { readonly intro: readonly Node[]; readonly fields: readonly Field[] };

export type Row = {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly tone?: Tone | undefined;
  /** Pressing the row asks this. */
  readonly ask?: Ask | undefined;
  /** What pressing does, where the title alone would say something else. */
  readonly does?: string | undefined;
};

/** Without `before` nothing was there, or nothing has changed. */
export type Change = { readonly what: string; readonly before?: string | undefined; readonly after: string };

export type Node =
  | { readonly kind: 'text'; readonly text: string; readonly look: 'plain' | 'strong' | 'quiet' | 'heading' }
  | { readonly kind: 'notice'; readonly tone: Tone; readonly text: string }
  /** What was written, or would be: before → after. */
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'meter';
      readonly label: string;
      readonly percent: number;
      readonly caption: string;
      readonly tone: Tone;
      /** Pressing the meter asks this. */
      readonly ask?: Ask | undefined;
    }
  | {
      readonly kind: 'trend';
      readonly label: string;
      readonly unit: string;
      /** Oldest first; a point without a value is a gap, not a zero. */
      readonly points: readonly {
        readonly label: string;
        readonly value: number | undefined;
        /** What stands where there is no value, if not 未報告. */
        readonly instead?: string | undefined;
      }[];
      readonly target?: number | undefined;
    }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly rows: readonly Row[] }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** Offered beside what can be typed; of use only until the next message. */
  | { readonly kind: 'replies'; readonly replies: readonly QuickReply[] }
  /**
   * A document to keep: name with its extension, and media type. Handed out 1:1 only. `again`: the ask that makes it anew,
   * for products that ask the person first whether they want it, and for who has to ask 1:1.
   */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly content: string | Uint8Array;
      readonly again: Ask;
    }
  /**
   * A picture, as PNG. `alt` says it in words; whatever figure it draws also stands in the card beside it, so that nothing
   * is known from the picture alone.
   */
  | { readonly kind: 'image'; readonly name: string; readonly png: Uint8Array; readonly alt: string }
  | {
      readonly kind: 'form';
      readonly parts: readonly FormPart[];
      readonly submit: string;
      /** Without anything filled in it is the question for this form again. */
      readonly ask: Ask;
      /** Where the product can, the form opens only when this is pressed: most people need the button above it. */
      readonly opensBy?: string | undefined;
    };

export function card(title: string, summary: string, ...body: readonly (Node | readonly Node[])[]): Card {
  const nodes = body.flat();
  return { title, summary, body: nodes, ...(asksYesOrNo(nodes) ? { offers: true } : {}) };
}

/** A button 「はい、…」 can be answered in words, whichever card it is on. */
const asksYesOrNo = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => node.kind === 'buttons' && node.buttons.some(({ label }) => label.startsWith('はい、')));

/** A card that asks by its buttons and rows. */
export function offering(...all: Parameters<typeof card>): Card {
  return { ...card(...all), offers: true };
}

/** Says what of others a card shows; whoever sends it keeps to whom. */
export const showing = (shown: Card, materials: readonly ShownMaterial[]): Card =>
  materials.length === 0 ? shown : { ...shown, shows: materials };

export const text = (value: string, look: 'plain' | 'strong' | 'quiet' | 'heading' = 'plain'): Node => ({
  kind: 'text',
  text: value,
  look,
});
export const notice = (tone: Tone, value: string): Node => ({ kind: 'notice', tone, text: value });
export const facts = (...pairs: readonly (readonly [string, string])[]): Node => ({ kind: 'facts', facts: pairs });
export const changes = (all: readonly Change[]): Node => ({ kind: 'changes', changes: all });
export const buttons = (...all: readonly Button[]): Node => ({ kind: 'buttons', buttons: all });
export const list = (rows: readonly Row[]): Node => ({ kind: 'list', rows });

/** Filled examples of cards, by a name for the tests and the pictures. */
export type Samples = Readonly<Record<string, () => Card>>;
