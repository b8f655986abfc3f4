import { channelChoices } from '../../programme/channel.ts';
import { dayOf, fullDate, timeOf } from '../../programme/day.ts';
import { isForTowns, isTown } from '../../programme/meetings/party.ts';
import { type KnownKinds, kinds } from '../../storage/collections.ts';
import type { Erased } from './erase.ts';
import { type Counted, counted, hashOf, type Ids } from './erasure.ts';
import { calledOf } from './everything.ts';
import type { ErasureScope } from './journal.ts';

/** What is still there after an erasure, and why. */
type Remains = { readonly what: string; readonly why: string };

export type Certificate = {
  readonly format: 1;
  readonly programme: string;
  readonly scope: ErasureScope;
  readonly operator: string;
  readonly store: 'embedded' | 'cosmos';
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly erased: readonly Counted[];
  readonly changed: readonly Counted[];
  readonly total: number;
  /** Over all `collection/partition/id`. */
  readonly sha256: string;
  readonly remains: readonly Remains[];
};

type About = Pick<Certificate, 'programme' | 'scope' | 'operator' | 'store' | 'startedAt' | 'finishedAt'>;

export function certificateOf(
  { copies = [], ...about }: About & { readonly copies?: readonly string[] },
  { erased, changed, left, stays }: Erased,
  auditFrom: Date,
  of: KnownKinds = kinds,
): Certificate {
  const all = allIds(erased);
  return {
    format: 1,
    ...about,
    erased: counted(erased, of),
    changed: counted(changed, of),
    total: all.length,
    sha256: hashOf(all),
    remains: [...inStore(about.scope, { left, stays }, auditFrom), ...elsewhere(about, copies)],
  };
}

const allIds = (ids: Ids): string[] => Object.entries(ids).flatMap(([name, own]) => own.map((id) => `${name}/${id}`));

function inStore({ code }: ErasureScope, { left, stays }: Pick<Erased, 'left' | 'stays'>, auditFrom: Date): Remains[] {
  const remains: Remains[] = [];
  const audit = stays.audit.filter(({ value }) => code !== undefined && value.municipality === code).length;
  if (audit > 0)
    remains.push({
      what: `監査の記録 ${audit}件（だれが、いつ、何を変えたか。氏名と内容は含みません）`,
      why: `${fullDate(dayOf(auditFrom))}以降の分は、定めた年数（AUDIT_YEARS）の間残します。`,
    });
  const forbidden = left.audit?.length ?? 0;
  if (forbidden > 0)
    remains.push({
      what: `監査の記録 ${forbidden}件`,
      why: 'このプログラムには監査の記録を消す権限がありません。Azure の管理者が audit コンテナーを消してください。',
    });
  const shared = stays.meetings.filter(
    ({ value: { audience } }) => isForTowns(audience) || audience.some(isTown),
  ).length;
  if (code !== undefined && shared > 0)
    remains.push({
      what: `ほかの団体も対象の会議 ${shared}件と、その議事録`,
      why: '事業全体の記録です。文中の団体名は消えません。',
    });
  remains.push({ what: 'この消去を行ったという監査の記録 1件', why: '消去したことを後から確かめるためです。' });
  return remains;
}

function elsewhere({ store }: About, beside: readonly string[]): Remains[] {
  const copies =
    store === 'cosmos'
      ? {
          what: 'Cosmos DB の連続バックアップ',
          why: '消す前の状態を、設定した日数（7日または30日）だけ復元できます。期限で消えます。',
        }
      : { what: '別に取った保存先の写し', why: 'このプログラムからは見えません。保管した場所で消してください。' };
  const putAside = beside.map((name) => ({
    what: `保存先の隣の写し ${name}`,
    why: '戻したときに取り置いたもので、消す前の記録があります。確かめてから消してください。',
  }));
  return [
    ...putAside,
    copies,
    { what: '書き出した JSON・Excel・招待・取込表', why: '渡した先と保管した場所で消してください。' },
    {
      what: `${channelChoices.map(({ label }) => label).join(' / ')} のトークに残るカード`,
      why: '各製品の管理機能で消してください。',
    },
    { what: 'ログ（人の番号と操作名だけ）', why: 'ログの保存期間が過ぎると消えます。' },
  ];
}

/** For the file of the contract: everything the JSON says, to be read and signed. */
export function certificateText(certificate: Certificate): string {
  const { programme, scope, operator, startedAt, finishedAt, erased, changed, total, sha256, remains } = certificate;
  const lines = [
    '消去証明書',
    '',
    `事業名　　: ${programme}`,
    `対象　　　: ${scope.code === undefined ? '事業全体' : `${scope.name}（${scope.code}）`}`,
    `開始　　　: ${moment(startedAt)}`,
    `終了　　　: ${moment(finishedAt)}`,
    `実施者　　: ${operator}`,
    '',
    `消した記録: ${total}件`,
    ...erased.map(countLine),
    ...(changed.length > 0
      ? ['', 'ほかの団体の分を残し、この団体の分だけを除いた記録:', ...changed.map(countLine)]
      : []),
    '',
    `全体の SHA-256: ${sha256}`,
    '（「種類/区画/ID」を文字コードの順に並べ、1行ずつ改行した文の値です。書き出した JSON から確かめられます）',
    '',
    '残るもの:',
    ...remains.map(({ what, why }) => `・${what}: ${why}`),
    '',
    '消したあとに読み直し、対象の記録が残っていないことを確かめました。',
  ];
  return `${lines.join('\n')}\n`;
}

const countLine = ({ collection, count, sha256 }: Counted): string =>
  `  ${calledOf(collection)}（${collection}） ${count}件  SHA-256 ${sha256}`;

function moment(at: string): string {
  const instant = new Date(at);
  return `${fullDate(dayOf(instant))} ${timeOf(instant)}`;
}
