import { type Member, Role, roleNames } from './member.ts';
import { Refusal } from './refusal.ts';
import type { Audience } from './room.ts';

/** What a command needs. `anything` is open to people the roster does not know. */
export type Permission =
  | 'anything'
  | 'self'
  | 'view'
  | 'report'
  | 'take-back'
  | 'count'
  | 'chase'
  | 'answer'
  | 'digest'
  | 'bind'
  | 'accounts'
  | 'meet'
  | 'convene'
  | 'homework'
  | 'steer'
  | 'visit'
  | 'confirm'
  | 'assess'
  | 'serve'
  | 'dispatch'
  | 'wish'
  | 'figures'
  | 'cases'
  | 'share'
  | 'nominate'
  | 'consent'
  | 'consents'
  | 'organization'
  | 'apply'
  | 'filed'
  | 'approve'
  | 'instruct'
  | 'incident';

/** The permission table: a row per permission, the roles that hold it. */
const holders: Readonly<Record<Exclude<Permission, 'anything'>, readonly Role[]>> = {
  /** What concerns oneself: leave, the times one is asked, and why. */
  self: Role.options,
  view: ['municipal', 'expert', 'secretariat', 'prefecture'],
  report: ['municipal', 'expert', 'secretariat'],
  /** Take back what one has recorded oneself, whatever it was. */
  'take-back': ['municipal', 'expert', 'secretariat', 'prefecture'],
  /** Decide how a municipality counts, where a definition leaves it open. */
  count: ['municipal', 'secretariat'],
  chase: ['secretariat'],
  /** Take on what somebody asks for help with, and answer it. */
  answer: ['secretariat'],
  /** See how municipalities report and what moved in them: an expert of their own ones, in a chat of their own. */
  digest: ['secretariat', 'prefecture', 'expert'],
  bind: ['secretariat'],
  /** Decide in which chats other people are taken for themselves. */
  accounts: ['secretariat'],
  /** Answer an invitation, add to an agenda, finish an action of one's own. */
  meet: ['municipal', 'expert', 'secretariat', 'prefecture'],
  /** Call, move or cancel a meeting and record its minutes. */
  convene: ['secretariat', 'expert'],
  /** See what everybody took on, remind them of it and give it to somebody else. */
  homework: ['secretariat'],
  /** Change what the workbook has set (people, targets, deadlines, closures, weekly moments), or prepare the next year. */
  steer: ['secretariat'],
  /** Plan a visit to a municipality and record it. */
  visit: ['expert'],
  /** Confirm what was recorded of a visit, and say how it was. */
  confirm: ['municipal'],
  /** Say for one's own side whether a municipality and its expert can go on. */
  assess: ['municipal', 'expert'],
  /** See the municipalities one serves at a glance. */
  serve: ['expert'],
  /** Decide who serves which municipality, and see to where it does not fit. */
  dispatch: ['secretariat'],
  /** Say what support a municipality wishes for. */
  wish: ['municipal', 'secretariat'],
  /** See the support counted by municipality and month. */
  figures: ['secretariat', 'prefecture'],
  /** See what was cleared for others to see; of each material `mayShow` decides. */
  cases: Role.options,
  /** Write down what may be shown to others, and ask for consent to it. */
  share: ['secretariat'],
  /** Name something that others should hear of. */
  nominate: ['expert', 'secretariat'],
  /** Consent for one's municipality, or take that back. */
  consent: ['municipal'],
  /** See what was consented to. */
  consents: ['municipal', 'secretariat', 'prefecture'],
  /** See the 体制表. */
  organization: ['expert', 'secretariat', 'prefecture'],
  /** Write what is handed to the prefecture: changes of staff, subcontracts, reports, plans, questions. */
  apply: ['secretariat'],
  /** See what was handed to the prefecture, and what became of it. */
  filed: ['secretariat', 'prefecture'],
  /** Decide for the prefecture. */
  approve: ['prefecture'],
  /** Ask for a report outside the monthly ones. */
  instruct: ['prefecture'],
  /** Report an accident. */
  incident: ['municipal', 'expert', 'secretariat', 'prefecture'],
};

/** Says who may, and what this person can do instead. */
export function notAllowed(permission: Permission, { role }: Member): Refusal {
  const instead = nextFor[permission]?.[role] ?? insteadFor[role];
  return Refusal.because('not-allowed', { only: holdersName(permission), instead });
}

const DECIDED = '決まったことと宿題は「会議 過去」で確認できます。';
const BY_OFFICE = '必要なときは事務局へお知らせください。';
const OWN_HOMEWORK = 'ご自分の宿題は「宿題」で確認できます。担当を変えたいときは事務局へお知らせください。';

/** Where what was asked for can be seen, or who does it, for those who had a reason to ask. */
const nextFor: Readonly<Partial<Record<Permission, Partial<Record<Role, string>>>>> = {
  report: {
    prefecture:
      '相談の件数は「ダイジェスト」で確認できます。違うと思うところや、報告・訂正・相談が必要なときは、事務局へお知らせください。',
  },
  convene: { prefecture: `${DECIDED}会議を開くときは事務局へお知らせください。`, municipal: DECIDED },
  chase: {
    prefecture: `今週まだの市町村は「未報告」で確認できます。${BY_OFFICE}`,
    expert: BY_OFFICE,
    municipal: BY_OFFICE,
  },
  answer: {
    prefecture: '相談の件数は「ダイジェスト」で確認できます。内容は事務局が受け取ります。',
    expert: '相談の状態と回答は「相談一覧」で確認できます。',
    municipal: '相談の状態と回答は「相談一覧」で確認できます。',
  },
  bind: { prefecture: BY_OFFICE, expert: BY_OFFICE, municipal: BY_OFFICE },
  accounts: { prefecture: BY_OFFICE, expert: BY_OFFICE, municipal: BY_OFFICE },
  homework: { prefecture: OWN_HOMEWORK, expert: OWN_HOMEWORK, municipal: OWN_HOMEWORK },
  steer: { prefecture: BY_OFFICE, expert: BY_OFFICE, municipal: BY_OFFICE },
  visit: {
    secretariat: '訪問の記録は「訪問一覧」で確認できます。',
    prefecture: '訪問の記録は「訪問一覧」で確認できます。',
    municipal: '届いた記録には「訪問記録の確認」で答えられます。訪問の予定は「訪問一覧」で確認できます。',
  },
  confirm: {
    prefecture: '全体の満足度は「派遣状況」、訪問の記録は「訪問一覧」で確認できます。',
    secretariat: '訪問の記録と満足度は「訪問一覧」、全体の分布は「派遣状況」で確認できます。',
    expert: '満足度の平均は「自分の満足度」、記録の状態は「訪問一覧」で確認できます。',
  },
  dispatch: { prefecture: '派遣の実績は「派遣状況」で確認できます。', expert: BY_OFFICE, municipal: BY_OFFICE },
  wish: { prefecture: '派遣先と期間は「派遣」で確認できます。希望は市町村か事務局が届けます。', expert: BY_OFFICE },
  serve: {
    secretariat: 'だれがどこを担当しているかは「派遣」、市町村の担当の方は「名簿」で確認できます。',
    prefecture: '派遣の実績は「派遣状況」で確認できます。',
  },
  approve: {
    secretariat:
      '県の決定は「提出一覧」、業務報告書の検査の結果は「業務報告書」、県が求めた報告は「臨時報告受領」で確認できます。',
    municipal: '項目が庁議などで承認されたことは「報告 S1-3 決定」のように届けられます。',
  },
  instruct: { secretariat: '県が求めた臨時報告は「臨時報告一覧」、県に確認したいことは「協議」で送れます。' },
  consent: { prefecture: '県の承認・承諾・受領は「承認待ち」から決められます。' },
  apply: { prefecture: '事務局が県に出したものは「承認待ち」、県が求めたことは「臨時報告一覧」で確認できます。' },
  figures: { expert: '担当の団体は「担当」で確認できます。', municipal: BY_OFFICE },
};

/** Who holds a permission, for a sentence: 事務局と県の方. */
function holdersName(permission: Permission): string {
  const names = permission === 'anything' ? [] : holders[permission].map((role) => roleNames[role]);
  return names.length < 2 ? `${names.join('')}の方` : `${names.slice(0, -1).join('、')}と${names.at(-1)}の方`;
}

/** What a role came for, to be said where something else is refused. */
export const insteadFor: Readonly<Record<Role, string>> = {
  municipal: '市町村の方は「週次報告」「状況」「相談」「会議」などを利用できます。',
  expert: '派遣人材の方は、担当の市町村の「状況」「報告」「会議」などを利用できます。',
  secretariat: '事務局の方は「未報告」「状況」「会議」などを利用できます。',
  prefecture: '県の方は「ダイジェスト」「状況」「会議」などを利用できます。',
  observer: '閲覧の方は「事例」（質問は「事務局に聞く」で）と「共有資料」を確認できます。',
};

/** Roles that reach every municipality of the programme. */
const everywhere: readonly Role[] = ['secretariat', 'prefecture'];
export const seesEverywhere = ({ role }: Pick<Member, 'role'>): boolean => everywhere.includes(role);

/**
 * The only place that decides what a person may do.
 * @param municipality the 団体コード it concerns; without one, whether the person may do it at all.
 * @param audience who else is in the room; a group room never shows more than its audience may see. Absent in 1:1.
 */
export function may(
  who: Pick<Member, 'active' | 'role' | 'municipalities'> | undefined,
  permission: Permission,
  municipality?: string,
  audience?: Audience,
): boolean {
  if (permission === 'anything') return true;
  if (!who?.active || !holders[permission].includes(who.role)) return false;
  if (audience !== undefined && !audienceMay(audience, permission, municipality)) return false;
  return municipality === undefined || everywhere.includes(who.role) || who.municipalities.includes(municipality);
}

/** What is never of one municipality alone. */
const OF_ALL: readonly Permission[] = [
  ...(['digest', 'chase', 'answer', 'accounts', 'steer', 'dispatch', 'figures'] as const),
  ...(['share', 'organization', 'apply', 'filed', 'approve', 'instruct'] as const),
];

/**
 * What everybody in the room may see: nothing in an unregistered room, its own municipality in a municipality's room,
 * and where municipalities are together only what was cleared for sharing.
 */
function audienceMay(audience: Audience, permission: Permission, municipality: string | undefined): boolean {
  // Registering a room shows nothing of anyone, and has to work before the room has an audience.
  if (permission === 'bind') return true;
  if (audience === 'none') return false;
  if (audience === 'supported' || audience === 'all') return permission === 'cases';
  if (audience === 'prefecture' || audience === 'secretariat') return true;
  const isOfAll = OF_ALL.includes(permission);
  return !isOfAll && (municipality === undefined || audience === municipality);
}

/** Whether names of people and the content of problems may be shown: 1:1, or a room registered for those who steer. */
export function mayNamePeople(audience: Audience | undefined): boolean {
  return audience === undefined || audience === 'secretariat' || audience === 'prefecture';
}
