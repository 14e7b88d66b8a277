// Folders of the metrics service → its catalogues of facts and indicators.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BANNER, camelCase } from './names.mjs';

const filesBelow = (directory, suffix) =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(join(directory, entry.name))
        .filter((file) => file.endsWith(suffix))
        .map((file) => ({ folder: entry.name, file })),
    )
    .sort((a, b) => (`${a.folder}/${a.file}` < `${b.folder}/${b.file}` ? -1 : 1));

/** One `<fact>.fact.ts` exporting `fact` per folder of facts/. */
export const generateFactCatalogue = (root) =>
  catalogue({
    directory: join(root, 'services/metrics/src/facts'),
    suffix: '.fact.ts',
    exported: 'fact',
    list: 'FACTS',
    title: 'Every fact: one per folder.',
  });

/** Every `<district>/<id>.indicator.ts` exporting `indicator`. */
export const generateIndicatorCatalogue = (root) =>
  catalogue({
    directory: join(root, 'services/metrics/src/indicators'),
    suffix: '.indicator.ts',
    exported: 'indicator',
    list: 'INDICATORS',
    title: 'Every indicator: one per file of a district folder.',
  });

function catalogue({ directory, suffix, exported, list, title }) {
  if (!existsSync(directory)) return { files: [], problems: [] };
  const rows = filesBelow(directory, suffix).map(({ folder, file }) => ({
    alias: camelCase(`${exported}.${file.slice(0, -suffix.length)}`),
    from: `./${folder}/${file.slice(0, -3)}.js`,
  }));
  const aliases = rows.map(({ alias }) => alias);
  const twice = aliases.filter((alias, index) => aliases.indexOf(alias) !== index);
  const imports = rows.map(({ alias, from }) => `import { ${exported} as ${alias} } from '${from}';`);
  const text = `${BANNER}${imports.join('\n')}

/** ${title} */
export const ${list} = [
${aliases.map((alias) => `  ${alias},`).join('\n')}
] as const;
`;
  const problems = twice.map((alias) => `${directory}: ${alias} is named twice`);
  return { files: [{ path: join(directory, 'catalogue.generated.ts'), text }], problems };
}
