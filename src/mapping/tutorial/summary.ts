import type { Capabilities } from '../mapping.js';
import type { TableRow } from './row.js';
import type { Tutorial } from './tutorial.js';
import { typeNamed } from './types.js';
import { formatWarning } from './warning.js';

/** What `mapping import --format json` prints of an article. */
export interface TutorialSummary {
  readonly app: string;
  readonly capabilities: Capabilities;
  readonly users: readonly TableRow[];
  readonly groups: readonly TableRow[];
  /** Each as `file:line: message`. */
  readonly warnings: readonly string[];
}

/**
 * An article as data for programs: the rows as the table has them.
 *
 * @param tutorial what the article says
 */
export function summaryOf(tutorial: Tutorial): TutorialSummary {
  const { app, capabilities, file, warnings } = tutorial;
  return {
    app,
    capabilities,
    users: tutorial.users.map(written),
    groups: tutorial.groups.map(written),
    warnings: warnings.map((warning) => formatWarning(file, warning)),
  };
}

/** A known type in its usual spelling; any other text as it stands. */
function written({ name, type, filterable, required, line }: TableRow): TableRow {
  return { name, type: typeNamed(type) ?? (type === '' ? 'Unknown' : type), filterable, required, line };
}
