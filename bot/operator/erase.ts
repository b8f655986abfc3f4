import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../programme/day.ts';
import { keptFrom } from '../../programme/retention.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { CopyRefused } from '../../storage/embedded-copy.ts';
import { copiesBeside, mustBeFree } from '../../storage/embedded-restore.ts';
import { type Certificate, certificateOf, certificateText } from '../hand-over/certificate.ts';
import { codesIn, countsOf, cutsOf, erase, erasedLines } from '../hand-over/erase.ts';
import type { Cut } from '../hand-over/erasure.ts';
import { readEverything } from '../hand-over/everything.ts';
import { placeFile } from '../hand-over/folder.ts';
import { dropJournal, type Journal, newJournal, readJournal, saveJournal } from '../hand-over/journal.ts';
import { municipalityTyped, unknownMunicipality } from '../hand-over/municipality-typed.ts';
import { openStore } from '../service.ts';
import { misspelt, notImported, type Verb } from './verb.ts';

const DEFAULT_FOLDER = '消去証明';
type Call = Parameters<Verb['run']>[0];
type Outcome = Awaited<ReturnType<Verb['run']>>;

export const eraseVerb: Verb = {
  name: 'erase',
  usage: 'erase --municipality 団体 | --all [--confirm 事業名 --operator 氏名] [--out DIR]',
  help: '契約の終わりに記録を消し、証明書を作ります（--confirm がなければ件数を示すだけ）。',

  async run(call) {
    if ((call.municipality === undefined) === (call.all !== true))
      return misspelt(no('--municipality 団体 か --all の、どちらか1つを指定してください。', 'no-scope'));
    const held = call.confirm === undefined ? undefined : heldBy(call.config);
    if (held) return held;
    const opened = await openStore(call.config);
    try {
      return await inStore(opened, call);
    } finally {
      await opened.close();
    }
  },
};

const no = (line: string, why: string): Outcome => ({ ok: false, lines: [line], data: { erased: false, why } });

/** A service that goes on would write what is then never erased; of Cosmos DB nobody can tell who is there. */
function heldBy({ STORE, EMBEDDED_FILE }: Call['config']): Outcome | undefined {
  if (STORE !== 'embedded') return undefined;
  try {
    mustBeFree(EMBEDDED_FILE);
    return undefined;
  } catch (error) {
    if (!(error instanceof CopyRefused)) throw error;
    return no(`${error.message.replace(/。$/, '')}。何も消していません。`, 'held');
  }
}

async function inStore(opened: OpenStore, call: Call): Promise<Outcome> {
  const { municipality: typed, out = DEFAULT_FOLDER, now, config } = call;
  const listed = await readEverything(opened.store, now);
  const town = typed === undefined ? undefined : municipalityTyped(listed, typed);
  const begun = await readJournal(out, town?.code ?? typed);
  if (typed !== undefined && !town && !begun) return unknownMunicipality(typed);
  const programme = begun?.programme ?? listed.programmes[0]?.value.name;
  if (programme === undefined) return no(notImported, 'no-programme');
  const scope = town ? { code: town.code, name: town.name } : { name: '事業全体' };
  const journal = begun ?? newJournal(programme, scope, now);
  const auditFrom = keptFrom(dayOf(now), config.AUDIT_YEARS);
  const cuts = cutsOf(await readEverything(opened.store, now, codesIn(journal)), journal, auditFrom);
  if (call.confirm === undefined)
    return preview(journal, cuts, { begun: begun !== undefined, copies: copiesOf(config) });
  const refusal = unconfirmed(call, programme);
  if (refusal) return refusal;
  if (cuts.length === 0 && !begun)
    return { ok: true, lines: ['消す記録はありません。'], data: { erased: true, total: 0 } };
  return carriedOut(opened, journal, { ...call, out }, auditFrom);
}

/** What cannot be taken back asks for the programme's name and for who answers for it. */
function unconfirmed({ confirm, operator = '' }: Call, programme: string): Outcome | undefined {
  if (confirm !== programme)
    return no(`--confirm には事業名「${programme}」をそのまま入力してください。何も消していません。`, 'not-confirmed');
  if (operator.trim() !== '') return undefined;
  return misspelt(no('--operator に消去を行う人の氏名を入力してください。何も消していません。', 'no-operator'));
}

const copiesOf = ({ STORE, EMBEDDED_FILE }: Call['config']): readonly string[] =>
  STORE === 'embedded' ? copiesBeside(EMBEDDED_FILE) : [];

type Around = { readonly begun: boolean; readonly copies: readonly string[] };

function preview({ scope, programme }: Journal, cuts: readonly Cut[], { begun, copies }: Around): Outcome {
  const [whole, parts] = [cuts.filter(({ rest }) => rest === undefined), cuts.filter(({ rest }) => rest !== undefined)];
  const which = scope.code === undefined ? '--all' : `--municipality ${scope.code}`;
  const lines = [
    `${scope.name}の記録 ${whole.length}件を消します（まだ何も消していません）。`,
    ...erasedLines(whole),
    ...(parts.length > 0 ? ['ほかの団体の分を残し、この団体の分だけを除く記録:', ...erasedLines(parts)] : []),
    ...(begun ? ['前の消去が途中で終わっています。実行すると、続きから最後まで行います。'] : []),
    ...(copies.length > 0
      ? [`保存先の隣の写しは、この操作では消えません。あとで消してください: ${copies.join('、')}`]
      : []),
    '先に export で書き出し、サービスを止めてから実行してください:',
    `  npm run bansou -- erase ${which} --confirm '${programme}' --operator 氏名`,
  ];
  const data = { erased: false, programme, scope, counts: countsOf(whole), parts: countsOf(parts), begun, copies };
  return { ok: true, lines, data };
}

async function carriedOut(
  opened: OpenStore,
  begun: Journal,
  { out, operator = '', now, config }: Call & { readonly out: string },
  auditFrom: Date,
): Promise<Outcome> {
  const started = performance.now();
  const done = await erase(opened, { journal: begun, now, auditFrom, save: (journal) => saveJournal(out, journal) });
  const { audit: _mayBeForbidden, ...left } = done.left;
  if (Object.keys(left).length > 0)
    return no('消している間に新しい記録が書かれました。サービスを止めて、もう一度実行してください。', 'not-finished');
  const finishedAt = new Date(now.getTime() + performance.now() - started).toISOString();
  const { programme, scope, startedAt } = begun;
  const about = { programme, scope, operator, store: config.STORE, startedAt, finishedAt, copies: copiesOf(config) };
  const certificate = certificateOf(about, done, auditFrom);
  const files = await placeCertificate(out, certificate);
  await dropJournal(out, scope.code);
  return {
    ok: true,
    lines: [`${scope.name}の記録 ${certificate.total}件を消しました。証明書: ${files.join('、')}`],
    data: { ...certificate, erased: true, counts: certificate.erased, files },
  };
}

/** Writes a certificate, never in the place of an earlier one. */
async function placeCertificate(folder: string, certificate: Certificate): Promise<readonly string[]> {
  const stem = `消去証明書_${certificate.scope.code ?? '事業全体'}_${dayOf(new Date(certificate.finishedAt))}`;
  const names = [stem, ...Array.from({ length: 99 }, (_, i) => `${stem}_${i + 2}`)];
  const free = names.find((name) => !existsSync(join(folder, `${name}.json`))) ?? `${stem}_${certificate.sha256}`;
  const [json, text] = [join(folder, `${free}.json`), join(folder, `${free}.txt`)] as const;
  await placeFile(text, Buffer.from(certificateText(certificate)));
  await placeFile(json, Buffer.from(`${JSON.stringify(certificate, undefined, 2)}\n`));
  return [json, text];
}
