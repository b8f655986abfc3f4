import type { LastMeeting, PaperAction } from '../../../programme/meeting-papers/meeting-paper.ts';
import { type ActionItem, isOpenAction, openActions } from '../../../programme/meetings/action-item.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import { meetingsAround } from '../../../programme/meetings/meeting-number.ts';
import { currentMinutes, decisionLines } from '../../../programme/meetings/minutes.ts';
import { roleNames } from '../../../programme/member.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn, municipalityNames } from '../../../storage/municipalities.ts';
import { actionsIn } from '../meetings/actions.ts';

export type PaperActions = {
  readonly last: LastMeeting | undefined;
  /** What the people of a municipality (団体コード) took on in any meeting, and have not finished. */
  readonly openOf: (code: string) => readonly PaperAction[];
};

/** What was decided and taken on, for 会議資料: with the offices, and nobody's name. */
export async function paperActions(meeting: Meeting, all: readonly Meeting[], store: Store): Promise<PaperActions> {
  const towns = await municipalitiesIn(store);
  const [actions, office] = await Promise.all([
    actionsIn(store, [PROGRAMME, ...towns.map(({ code }) => municipal(code))]),
    officeNames(store),
  ]);
  const shown = (action: ActionItem): PaperAction => ({ ...action, office: office(action) });
  const { before } = meetingsAround(meeting, all);
  return {
    last: before && (await lastOf(before, { all, actions, shown, store })),
    openOf: (code) => openActions(actions.filter(({ municipality }) => municipality === code)).map(shown),
  };
}

type Known = {
  readonly all: readonly Meeting[];
  readonly actions: readonly ActionItem[];
  readonly shown: (action: ActionItem) => PaperAction;
  readonly store: Store;
};

async function lastOf(before: Meeting, { all, actions, shown, store }: Known): Promise<LastMeeting> {
  const written = currentMinutes((await store.minutes.get(PROGRAMME, `minutes-${before.id}`))?.value);
  const earlier = new Set(all.filter(({ kind, day }) => kind === before.kind && day < before.day).map(({ id }) => id));
  const kept = actions.filter(
    (action) =>
      action.undone === undefined &&
      (action.meeting === before.id || (earlier.has(action.meeting) && isOpenAction(action))),
  );
  return {
    meeting: before,
    isMinuted: written !== undefined,
    decisions: decisionLines(written?.decisions ?? ''),
    actions: kept.toSorted((a, b) => `${a.due} ${a.id}`.localeCompare(`${b.due} ${b.id}`)).map(shown),
  };
}

/** The municipality that has it, or the office. */
export async function officeNames(
  store: Store,
): Promise<(action: Pick<ActionItem, 'owner' | 'municipality'>) => string> {
  const [members, townOf] = await Promise.all([store.members.list(MEMBERS), municipalityNames(store)]);
  const roles = new Map(members.map(({ value }) => [value.id, value.role]));
  return ({ owner, municipality }) => {
    const role = roles.get(owner);
    return municipality === undefined ? (role ? roleNames[role] : '') : townOf(municipality);
  };
}
