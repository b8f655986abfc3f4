import pino from 'pino';
import { BadSettings, type Config, readConfig } from './config.ts';
import { loadEnvFile } from './env-file.ts';
import { startMonitor } from './observe/monitor.ts';
import { identityIdOf, startService } from './service.ts';

/** How long a load balancer may take to notice that `/readyz` says no. */
const NOTICE_MS = 2_000;
/** So many characters of log are written at once, and none later than this. */
const [LOG_TOGETHER, LOG_LATEST_MS] = [8_192, 100];

// The store holds names: what is written is for nobody else on this machine.
process.umask(0o077);
const config = settingsOrExit();
const log = pino(
  { level: config.LOG_LEVEL, redact: ['authorization', '*.authorization', 'headers'] },
  // Where many people write at once, their lines go out together; one that is fatal, and the end, wait for nothing.
  pino.destination({ dest: 1, sync: false, minLength: LOG_TOGETHER, periodicFlush: LOG_LATEST_MS }),
);

const connectionString = config.APPLICATIONINSIGHTS_CONNECTION_STRING;
const endMonitor = connectionString
  ? await startMonitor({ connectionString, identity: identityIdOf(config) }, log)
  : undefined;

try {
  const service = await startService(config, log, () => new Date(), undefined, {
    steady: () => performance.now(),
    mayCreate: false,
  });
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      service.drain();
      log.info({ signal }, 'draining');
      setTimeout(
        () =>
          void service
            .stop()
            .then(endMonitor)
            .then(() => process.exit(0)),
        signal === 'SIGTERM' ? NOTICE_MS : 0,
      );
    });
  }
} catch (error) {
  log.fatal({ reason: startProblem(error) }, 'could not start');
  process.stderr.write(`${startProblem(error)}\n`);
  process.exit(1);
}

function settingsOrExit(): Config {
  try {
    loadEnvFile();
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function startProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE')
    return `ポート ${config.PORT} はほかのプログラムが使っています。PORT を変えるか、そのプログラムを終えてください。`;
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return `HOST の ${config.HOST} は、このコンピューターのアドレスではありません。127.0.0.1 か 0.0.0.0 にしてください。`;
  if (code === 'EACCES')
    return `ポート ${config.PORT} を開く権限がありません。1024以上の番号を PORT に設定してください。`;
  return error instanceof Error ? error.message : String(error);
}
