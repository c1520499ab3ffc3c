import { mappingNamed } from '../../config/mapping.js';
import { UsageError } from '../../config/usage-error.js';
import { DEFAULT_MAPPING } from '../../mapping/default.js';
import { extended } from '../../mapping/extend.js';
import { importMapping } from '../../mapping/import.js';
import type { Mapping } from '../../mapping/mapping.js';
import { documentsAt } from './mapping-files.js';

/**
 * A mapping by name or file; tutorials and provisioning schemas are imported on the way.
 *
 * @param named a name of the catalogue, a YAML file, a Markdown file, a JSON file
 * @param cwd working directory
 * @throws UsageError when there is no such mapping or it cannot be read
 */
export async function mappingAt(named: string, cwd: string): Promise<Mapping> {
  if (/\.(?:md|markdown|json)$/i.test(named)) {
    const [document] = documentsAt([named], cwd).documents;
    if (document === undefined) throw new UsageError(`${named}: there is no such file`);
    const imported = importMapping(await document.bytes(), named);
    if (!imported.ok) throw new UsageError([imported.message, ...imported.warnings].join('\n'));
    return imported.mapping;
  }
  const mapping = mappingNamed({ value: named, from: 'argument' }, cwd);
  if (mapping === undefined) throw new UsageError('no mapping is given');
  // To be shown or compared, it is one table.
  return mapping.extends === undefined ? mapping : extended(DEFAULT_MAPPING, mapping);
}
