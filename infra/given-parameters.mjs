import { readFileSync } from 'node:fs';

// Prints what deploy.sh gives main.bicep besides the parameter file, from the environment.
const { env } = process;
const text = (name) => env[name] ?? '';
const list = (name) =>
  text(name)
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
const key = env.LINE_WORKS_PRIVATE_KEY_FILE ? readFileSync(env.LINE_WORKS_PRIVATE_KEY_FILE, 'utf8') : '';
const isRenewed = [text('LINE_WORKS_BOT_SECRET'), text('LINE_WORKS_CLIENT_SECRET'), key].some((each) => each !== '');
const days = Number(env.SECRETS_VALID_DAYS || 365);

/** What erase is told: a municipality or everything, and once it is meant, by whom. */
function erasing() {
  const target = text('ERASE');
  if (target === '') return [];
  const scope = target === 'all' ? ['--all'] : ['--municipality', target];
  const meant = text('ERASE_CONFIRM');
  return meant === '' ? scope : [...scope, '--confirm', meant, '--operator', text('ERASE_OPERATOR')];
}

const values = {
  location: env.LOCATION || 'japaneast',
  image: text('IMAGE'),
  alertEmails: list('ALERT_EMAILS'),
  operatorAddresses: list('OPERATOR_ADDRESSES'),
  teamsTenants: text('TEAMS_TENANTS'),
  lineWorksBotId: text('LINE_WORKS_BOT_ID'),
  lineWorksClientId: text('LINE_WORKS_CLIENT_ID'),
  lineWorksServiceAccount: text('LINE_WORKS_SERVICE_ACCOUNT'),
  lineWorksDomainId: text('LINE_WORKS_DOMAIN_ID'),
  lineWorksBotSecret: text('LINE_WORKS_BOT_SECRET'),
  lineWorksClientSecret: text('LINE_WORKS_CLIENT_SECRET'),
  lineWorksPrivateKey: key,
  erasing: erasing(),
  secretsExpireAt: isRenewed ? Math.floor(Date.now() / 1000) + days * 86_400 : 0,
};

process.stdout.write(
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
  }),
);
