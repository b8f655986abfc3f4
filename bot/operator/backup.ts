import { backUp } from '../../storage/embedded-copy.ts';
import { noteUpkeep } from '../upkeep/note-upkeep.ts';
import { copiedLines, refusable, stepLines } from './copies.ts';
import { misspelt, type Verb } from './verb.ts';

export const backupVerb: Verb = {
  name: 'backup',
  usage: 'backup FILE',
  help: 'サービスを止めずに、保存先の写しを作り、開いて確かめます。',

  async run({ rest: [file], config, now, progress }) {
    if (config.STORE !== 'embedded') return elsewhere;
    if (!file)
      return misspelt(
        no('写しのファイル名を指定してください: npm run bansou -- backup 写し-20261201.sqlite', 'no-name'),
      );
    return refusable('backup', async () => {
      const { at, counts, bytes } = backUp(config.EMBEDDED_FILE, file, now, stepLines(progress));
      const noted = await noteUpkeep(config, { id: 'backup', at });
      return {
        ok: true,
        lines: [
          `写しを ${file} に作り、開いて確かめました（${Math.ceil(bytes / 1024).toLocaleString('ja-JP')} KB）。`,
          ...copiedLines(counts),
          ...(noted ? [] : ['写しを取ったことを保存先に書けませんでした（status には出ません）。']),
          `戻すとき: サービスを止めて npm run bansou -- restore ${file}`,
        ],
        data: { backup: true, file, at, bytes, counts },
      };
    });
  },
};

const no = (line: string, why: string) => ({ ok: false, lines: [line], data: { backup: false, why } });
const elsewhere = no(
  'Cosmos DB の写しは、Azure の継続バックアップが取っています。戻し方は infra/README.md にあります。',
  'cosmos',
);
