import { findItem } from '../catalogue.ts';
import type { SeenContent } from '../consent/material.ts';
import type { Municipality } from '../municipality.ts';
import { searchable, wordsSought } from '../searchable.ts';

/** 規模 as far as a municipality's name tells it; what else there is to say of it stands in the case. */
export const townSizeNames = { city: '市', town: '町', village: '村' } as const;
export type TownSize = keyof typeof townSizeNames;

/** A case as its reader may see it. */
export type SeenCase = {
  readonly id: string;
  readonly item: string;
  readonly municipality: Municipality;
  readonly content: SeenContent;
  /** When the version was written that is seen. */
  readonly at: string;
};

export type CaseSought = {
  readonly text?: string | undefined;
  readonly item?: string | undefined;
  readonly size?: TownSize | undefined;
  readonly municipality?: string | undefined;
};

/** Those that have every word that is sought and are of what is sought; the newest first, and by nothing else. */
export function casesLike<T extends SeenCase>(all: readonly T[], sought: CaseSought): readonly T[] {
  const words = wordsSought(sought.text);
  const found = all.filter((each) => isOf(each, sought) && words.every((word) => searchedText(each).includes(word)));
  return found.toSorted((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
}

function isOf({ item, municipality }: SeenCase, sought: CaseSought): boolean {
  return (
    (sought.item === undefined || sought.item === item) &&
    (sought.municipality === undefined || sought.municipality === municipality.code) &&
    (sought.size === undefined || municipality.name.endsWith(townSizeNames[sought.size]))
  );
}

const known = new WeakMap<SeenContent, string>();

/** A version never changes, so what it can be found by is made once. */
function searchedText({ content, item }: SeenCase): string {
  const text =
    known.get(content) ??
    searchable([content.title, ...content.sections.flatMap(({ text: said }) => said), namesOf(item)].join('\n'));
  known.set(content, text);
  return text;
}

/** フロントヤード, 書かない窓口: an item is found by whatever it is called. */
function namesOf(id: string): string {
  const item = findItem(id);
  return item ? [item.name, item.short, ...item.aliases].join('\n') : id;
}
