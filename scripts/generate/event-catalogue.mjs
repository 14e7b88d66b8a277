// schemas/ → catalogue, payload types, code-list types, hashes of released schemas.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkEvents } from './check-events.mjs';
import { BANNER, camelCase } from './names.mjs';
import { codeListTypes, payloadTypes } from './payload-types.mjs';
import { readCodeLists, readEventFolders, schemaHash } from './read-events.mjs';

export function generateEventCatalogue(root) {
  const events = readEventFolders(root);
  const codeLists = readCodeLists(root);
  const released = releasedSchemas(root, events, codeLists);
  const schemas = join(root, 'schemas');
  return {
    files: [
      { path: join(schemas, 'catalogue.generated.ts'), text: catalogueText(events) },
      { path: join(schemas, 'payloads.generated.ts'), text: payloadTypes(events) },
      { path: join(schemas, 'codelists.generated.ts'), text: codeListTypes(codeLists) },
      { path: join(schemas, 'released.json'), text: released.text },
    ],
    problems: [...checkEvents(events, codeLists), ...released.problems],
  };
}

function catalogueText(events) {
  const withRules = events.filter((event) => event.hasRules);
  const alias = ({ domain, name }) => camelCase(`${domain}.${name}.rules`);
  const imports = withRules.map(
    (event) => `import { rules as ${alias(event)} } from './${event.folder}/rules.js';`,
  );
  const rows = events.map((event) => {
    const versions = event.versions.map(({ version }) => version).join(', ');
    const rules = event.hasRules ? alias(event) : '[]';
    return `  { type: '${event.type}', domain: '${event.domain}', name: '${event.name}', folder: '${event.folder}', versions: [${versions}], rules: ${rules} },`;
  });
  return `${BANNER}import type { EventFolder } from './contract.js';
${imports.join('\n')}

/** Every event type: one per folder of \`events/\`, sorted by type. */
export const EVENT_FOLDERS: readonly EventFolder[] = [
${rows.join('\n')}
];
`;
}

/**
 * A version enters the list when its folder first passes every check, and may not change from then on.
 * (A version that never left this machine is thawed by deleting its line.)
 */
function releasedSchemas(root, events, codeLists) {
  const path = join(root, 'schemas/released.json');
  const frozen = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const problems = [];
  const released = {};
  for (const event of events) {
    const complete = checkEvents([event], codeLists).length === 0;
    for (const { version, schema } of event.versions) {
      const name = `${event.type}:${version}`;
      const hash = schemaHash(schema);
      if (frozen[name] ?? complete) released[name] = frozen[name] ?? hash;
      if (frozen[name] && frozen[name] !== hash)
        problems.push(`${name}: released and frozen; add v${version + 1}.avsc instead of changing it`);
    }
  }
  for (const name of Object.keys(frozen)) {
    if (name in released) continue;
    released[name] = frozen[name];
    problems.push(`${name}: released and frozen, but its file is gone`);
  }
  return { problems, text: `${JSON.stringify(released, null, 2)}\n` };
}
