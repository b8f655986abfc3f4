import { type Command, helpGroups, type Own } from './command.ts';

/** Commands that belong together, under what one comes to do. */
export type CommandGroup = { readonly title: string; readonly commands: readonly Command[] };

/** As help shows them, those that it does not show last: the order of every list that people see. */
export function commandsInOrder(commands: readonly Command[]): readonly Command[] {
  return [
    ...groupsOf(commands).flatMap((group) => group.commands),
    ...commands.filter(({ group }) => group === 'none'),
  ];
}

export function groupsOf(commands: readonly Command[]): readonly CommandGroup[] {
  return helpGroups.map((title) => {
    const own = commands.flatMap((command) =>
      command.group !== 'none' && command.group.title === title ? [{ command, order: command.group.order }] : [],
    );
    return { title, commands: own.toSorted((a, b) => a.order - b.order).map(({ command }) => command) };
  });
}

/** Those that help shows before everything else, in their order. */
export function ownExamples(commands: readonly Command[], own: Own | undefined): readonly string[] {
  const first = commands.filter(({ ownExample }) => ownExample?.order !== undefined);
  return first
    .toSorted((a, b) => (a.ownExample?.order ?? 0) - (b.ownExample?.order ?? 0))
    .flatMap(({ ownExample }) => (own && ownExample?.of(own)) ?? []);
}
