import { type Command, Option } from 'commander';
import type { Imported } from '../../mapping/import.js';
import type { Io } from '../io.js';

interface ImportFlags {
  readonly format: 'json' | 'yaml';
  readonly fix?: boolean;
  readonly output?: string;
}

const HELP = `
A tutorial is an article such as "Configure X for automatic user provisioning" in Markdown; a provisioning schema is the
JSON that the Entra portal downloads or Microsoft Graph answers. A folder stands for the .md and .json files in it.

Examples:
  scim-check mapping import acme-provisioning-tutorial.md > acme.yaml
  scim-check mapping import tutorials/ -o mappings/
  scim-check mapping import --format json --fix acme-provisioning-tutorial.md
  curl -s https://example.com/article.md | scim-check mapping import -

Exit codes: 0 something was read, 2 nothing was.
`;

/** `scim-check mapping import`: mappings from tutorials and provisioning schemas. */
export function addMappingImport(group: Command, io: Io): void {
  group
    .command('import')
    .summary('read mappings from tutorials or from provisioning schemas of Entra')
    .description('Reads attribute mappings from tutorials (Markdown) or from provisioning schemas of Entra (JSON).')
    .argument('<file...>', 'files, folders, or - for standard input')
    .addOption(new Option('--format <FORMAT>', 'what is written').choices(['yaml', 'json']).default('yaml'))
    .option('--fix', 'use the likely meaning of attribute names that are wrong')
    .option('-o, --output <DIR>', 'write one file per mapping into this folder')
    .addHelpText('after', HELP)
    .action((paths: readonly string[], flags: ImportFlags) => importAll(paths, flags, io));
}

type Read = Extract<Imported, { ok: true }>;

async function importAll(paths: readonly string[], flags: ImportFlags, io: Io): Promise<void> {
  const [{ importMapping, tooLong }, { printMapping }, { documentsAt }, { UsageError }, { escapeTerminal }] = await Promise.all([
    import('../../mapping/import.js'),
    import('../../mapping/print.js'),
    import('./mapping-files.js'),
    import('../../config/usage-error.js'),
    import('../../report/escape.js'),
  ]);
  const { documents, many } = documentsAt(paths, io.cwd);
  const read: { readonly file: string; readonly imported: Read }[] = [];
  const failures: string[] = [];
  for (const { file, bytes } of documents) {
    try {
      if (/\.ya?ml$/i.test(file)) throw new UsageError(`${file}: this is a mapping already; see "scim-check mapping show ${file}"`);
      const imported = importMapping(await bytes(), file, flags.fix === true ? { fix: true } : {});
      const excess = imported.ok && flags.format === 'yaml' ? tooLong(imported.mapping) : undefined;
      if (excess !== undefined) throw new UsageError(`${file}:1: ${excess}`);
      if (imported.ok) read.push({ file, imported });
      else failures.push(imported.message, ...imported.warnings);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failures.push(error.message);
    }
  }
  if (read.length === 0) throw new UsageError(failures.join('\n'));
  const text = ({ mapping, summary }: Read): string => (flags.format === 'json' ? json(summary) : printMapping(mapping));
  const written: string[] = [];
  if (flags.output !== undefined) {
    const { writeAll } = await import('./mapping-output.js');
    written.push(
      ...writeAll(
        read.map(({ imported }) => ({ name: imported.mapping.name, text: text(imported) })),
        flags,
        io,
      ),
    );
  } else if (!many) {
    for (const { imported } of read) io.out.write(text(imported));
  } else if (flags.format === 'json') {
    io.out.write(json(read.map(({ file, imported }) => ({ file, ...imported.summary }))));
  } else {
    io.out.write(read.map(({ imported }) => `---\n${text(imported)}`).join(''));
  }
  // A summary in JSON carries its warnings; on the way into files, or as YAML, people should see them.
  const warnings = read.flatMap(({ imported }) => (flags.format === 'json' ? [] : imported.warnings));
  for (const line of [...warnings, ...failures]) io.err.write(`${escapeTerminal(line)}\n`);
  for (const line of written) io.out.write(`${escapeTerminal(line)}\n`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
