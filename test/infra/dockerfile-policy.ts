import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cmd, type Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

const ROOT = join(__dirname, '../..');

/** What is wrong with a Dockerfile: by its grammar, and by what the product promises about its image. */
export function faultsOf(text: string, ignored: (path: string) => boolean = ignoredBy(readIgnore())): string[] {
  const syntax = validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);
  const all = DockerfileParser.parse(text).getInstructions();
  const last = all.slice(all.findLastIndex(isCalled('FROM')));
  return [
    ...syntax,
    ...baseFaults(text),
    ...userFaults(last),
    ...commandFaults(last),
    ...packageFaults(all, last),
    ...sourceFaults(all, ignored),
    ...promiseFaults(last),
  ];
}

export const readIgnore = (): string => readFileSync(join(ROOT, '.dockerignore'), 'utf8');

/** Docker's rules as far as ours use them: the last pattern that fits decides, and a folder's fate is its content's. */
export function ignoredBy(file: string): (path: string) => boolean {
  const rules = file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), pattern: patternOf(line.replace(/^!/, '')) }));
  return (path) => rules.reduce((ignored, { keeps, pattern }) => (pattern.test(path) ? !keeps : ignored), false);
}

function patternOf(glob: string): RegExp {
  const source = glob
    .replaceAll('.', '\\.')
    .replaceAll('**/', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?');
  return new RegExp(`^${source}(?:/.*)?$`);
}

const isCalled = (keyword: string) => (instruction: Instruction) => instruction.getKeyword() === keyword;
const argsOf = (instruction: Instruction | undefined): string => instruction?.getArgumentsContent() ?? '';

function baseFaults(text: string): string[] {
  const file = DockerfileParser.parse(text);
  const base = file.getInitialARGs().find((arg) => arg.getProperty()?.getName() === 'NODE_IMAGE');
  const other = file.getFROMs().filter((from) => from.getImage() !== `\${NODE_IMAGE}`);
  const image = base?.getProperty()?.getValue() ?? '';
  return [
    ...other.map((from) => `${from.getImage()}: the base comes from NODE_IMAGE`),
    ...(/^node:\d+-/.test(image) ? [] : [`NODE_IMAGE=${image}: a Node with its major version`]),
  ];
}

function userFaults(last: readonly Instruction[]): string[] {
  const user = argsOf(last.findLast(isCalled('USER')));
  const [, uid = '0'] = /^(\d+):\d+$/.exec(user) ?? [];
  return Number(uid) >= 10_000 ? [] : [`USER ${user}: a number of its own, which a cluster can tell from root`];
}

function commandFaults(last: readonly Instruction[]): string[] {
  const command = last.findLast(isCalled('CMD')) as Cmd | undefined;
  const words = command?.getJSONStrings().map((word) => word.getJSONValue()) ?? [];
  const faults = words.length > 0 ? [] : ['CMD: in exec form, or the shell swallows SIGTERM'];
  return words.at(-1) === 'dist/bot/main.js' ? faults : [...faults, 'CMD starts dist/bot/main.js'];
}

/** The one package outside the lock file: in the version that is asked for, and not without one. */
const ASKED_FOR =
  /^\[ -z "\$AZURE_MONITOR" \] \|\| npm install --no-save --omit=dev --ignore-scripts [^&|;]*"@azure\/monitor-opentelemetry@\$AZURE_MONITOR"$/;

function packageFaults(all: readonly Instruction[], last: readonly Instruction[]): string[] {
  const runs = all.filter(isCalled('RUN')).map(argsOf);
  const installs = runs.filter((run) => /\bnpm (i|install|add)\b|\bnpx\b/.test(run) && !ASKED_FOR.test(run));
  const packages = runs.some((run) => run.includes('npm ci') && run.includes('--omit=dev'));
  return [
    ...installs.map((run) => `${run}: only npm ci installs what the lock file says`),
    ...(packages ? [] : ['what is shipped is installed with --omit=dev']),
    ...(last.some((each) => /\bnpm\b/.test(argsOf(each))) ? ['nothing is installed in the last stage'] : []),
  ];
}

function sourceFaults(all: readonly Instruction[], ignored: (path: string) => boolean): string[] {
  const copies = all.filter(isCalled('COPY')) as Copy[];
  const flagged = (copy: Copy, name: string) => copy.getFlags().some((flag) => flag.getName() === name);
  const sources = copies
    .filter((copy) => !flagged(copy, 'from'))
    .flatMap((copy) =>
      copy
        .getArguments()
        .map((argument) => argument.getValue())
        .slice(0, -1),
    );
  return [
    ...all.filter(isCalled('ADD')).map(() => 'COPY, not ADD'),
    ...copies.filter((copy) => flagged(copy, 'chown')).map(() => 'what is copied stays root’s'),
    ...sources.filter((source) => !existsSync(join(ROOT, source))).map((source) => `${source} does not exist`),
    ...sources.filter(ignored).map((source) => `${source} is ignored`),
  ];
}

function promiseFaults(last: readonly Instruction[]): string[] {
  const env = last.filter(isCalled('ENV')).map(argsOf).join(' ');
  const wanted = ['NODE_ENV=production', 'TZ=Asia/Tokyo', 'HOST=0.0.0.0', 'EMBEDDED_FILE=/data/'];
  const health = argsOf(last.find(isCalled('HEALTHCHECK')));
  return [
    ...wanted.filter((setting) => !env.includes(setting)).map((setting) => `ENV ${setting} is missing`),
    ...(health.includes('/healthz') ? [] : ['HEALTHCHECK asks /healthz']),
    ...(argsOf(last.find(isCalled('VOLUME'))) === '/data' ? [] : ['/data is the one place that may be written']),
  ];
}
