import { copyFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { ANY_KEY, cosmosServer, serve } from '../storage/cosmos-server.ts';

/** A store that outlives whoever works on it. */
type OutlivingStore = {
  /** Settings of a service that works on it from now on. */
  environment(): Promise<Readonly<Record<string, string>>>;
  /** Whoever works on it now can write nothing more; what was written until then stays. */
  cut(): void;
  close(): Promise<void>;
};

/** A dead process leaves a file as it was at that moment: whoever comes next goes on with a copy of it. */
export function embeddedStore(folder: string): OutlivingStore {
  let lives = 0;
  const fileOf = (life: number): string => `${folder}/year-${life}.sqlite`;
  return {
    environment: async () => ({ STORE: 'embedded', EMBEDDED_FILE: fileOf(lives) }),
    cut() {
      const [before, after] = [fileOf(lives), fileOf(lives + 1)];
      for (const part of ['', '-wal']) if (existsSync(before + part)) copyFileSync(before + part, after + part);
      lives++;
    },
    close: async () => undefined,
  };
}

/** One server with a door for each who works on it; a door that is shut refuses everything at once. */
export function cosmosStore(): OutlivingStore {
  const behind = cosmosServer();
  const listening = serve(behind);
  const open: (() => Promise<void>)[] = [];
  let shut = (): void => undefined;
  return {
    async environment() {
      // It names its own address in what it answers.
      await listening;
      let isOpen = true;
      const door = await serve(
        createServer((req, res) => {
          if (isOpen) return void behind.emit('request', req, res);
          res.writeHead(403, { 'content-type': 'application/json' });
          res.end('{"code":"Forbidden","message":"shut"}');
        }),
      );
      open.push(door.close);
      shut = () => {
        isOpen = false;
      };
      return { STORE: 'cosmos', COSMOS_ENDPOINT: door.endpoint, COSMOS_KEY: ANY_KEY };
    },
    cut: () => shut(),
    close: async () => {
      await Promise.all([...open.map((close) => close()), (await listening).close()]);
    },
  };
}
