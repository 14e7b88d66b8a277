import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const fixture = readFileSync(resolve(root, 'test/fixtures/boundary-violation.ts'), 'utf8');

/** Only the rule under test, so that no type information is needed for a file that does not exist. */
async function refusedImports(asFile: string, text: string): Promise<string[]> {
  const { boundaries } = await import(resolve(root, 'scripts/boundaries.mjs'));
  const parser = (await import('typescript-eslint')).default.parser;
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser } }, ...boundaries(root)] as never,
  });
  const [result] = await eslint.lintText(text, { filePath: resolve(root, asFile) });
  return result!.messages.map((message) => message.message);
}

describe('import boundaries', () => {
  it('given the domain importing a driver and a service, then both lines are refused', async () => {
    const messages = await refusedImports('libs/domain/src/violation.ts', fixture);
    expect(messages).toHaveLength(2);
    expect(messages.join()).toContain('type:domain');
  });

  it('given the same lines in the command line, which may import all, then only the foreign door is closed', async () => {
    expect(await refusedImports('services/cli/src/violation.ts', fixture)).toEqual([]);
    expect(await refusedImports('services/cli/src/violation.ts', "import 'kafkajs';")).toHaveLength(1);
  });

  it('given one service importing another, then it is refused', async () => {
    expect(await refusedImports('services/metrics/src/violation.ts', "import '@minhai/lake';")).toHaveLength(
      1,
    );
    expect(
      await refusedImports('services/metrics/src/violation.ts', "import '@minhai/runtime';"),
    ).toHaveLength(1);
  });
});
