import { decodeDocument } from './decode.js';
import { readEntraExport } from './entra-export/read-export.js';
import type { Mapping } from './mapping.js';
import { slugOf } from './tutorial/app-name.js';
import { summaryOf, type TutorialSummary } from './tutorial/summary.js';
import { tutorialMapping } from './tutorial/to-mapping.js';
import { readTutorial } from './tutorial/tutorial.js';
import { formatWarning, type Warning } from './tutorial/warning.js';

/** A larger file is refused before it is read: no tutorial and no provisioning schema comes near. */
export const LARGEST_IMPORT = 8 * 1024 * 1024;

/** A mapping file holds no more attributes; `loadMapping` bounds what it reads. */
export const MOST_ATTRIBUTES = 1000;

/** What a document gave. Warnings read `file:line: message`. */
export type Imported =
  | {
      readonly ok: true;
      readonly summary: TutorialSummary;
      readonly mapping: Mapping;
      /** Those of the summary, and those about what the mapping cannot hold. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly message: string; readonly warnings: readonly string[] };

/** How to import. */
export interface ImportOptions {
  /** Use the likely meaning of wrong attribute names. */
  readonly fix?: boolean;
  /** The document as the report will name it; default: made of the file's name. */
  readonly source?: string;
}

/**
 * Imports a document that holds an attribute mapping: a tutorial in Markdown, or a provisioning schema of Entra in JSON.
 * It never throws; work and memory are in proportion to the document.
 *
 * @param bytes the document
 * @param file its path as shown to people; its name gives the name in the catalogue
 * @param options see the members
 */
export function importMapping(bytes: Uint8Array, file: string, options: ImportOptions = {}): Imported {
  if (bytes.length > LARGEST_IMPORT) return refused(file, 1, tooLarge());
  const decoded = decodeDocument(bytes);
  if (!decoded.ok) return refused(file, 1, decoded.message);
  if (decoded.text.trim() === '') return refused(file, 1, 'the document is empty');
  const notices = decoded.notice === undefined ? [] : [decoded.notice];
  return /\.json$/i.test(file) || /^\s*(?:\{\s*["}]|\[\s*[{"\]\d])/.test(decoded.text)
    ? fromExport(decoded.text, file, notices)
    : fromTutorial(decoded.text, file, options, notices);
}

/**
 * Tells whether a mapping is too long for a mapping file.
 *
 * @param mapping the mapping
 * @returns what to say of it, or undefined
 */
export function tooLong({ users, groups = [] }: Mapping): string | undefined {
  const count = users.length + groups.length;
  return count <= MOST_ATTRIBUTES
    ? undefined
    : `${count} attributes are too many for a mapping file, which holds ${MOST_ATTRIBUTES}; --format json prints them all`;
}

/** What to say of a file that is too large. */
export function tooLarge(): string {
  return `the file is larger than ${LARGEST_IMPORT / 1024 / 1024} MiB; no tutorial and no provisioning schema is`;
}

function fromTutorial(text: string, file: string, options: ImportOptions, notices: readonly Warning[]): Imported {
  const read = readTutorial(text, file, options.fix === true ? { fix: true } : {});
  if (!read.ok) return refused(file, read.line, read.message, [...notices, ...read.warnings]);
  const tutorial = { ...read.tutorial, warnings: [...notices, ...read.tutorial.warnings] };
  const { mapping, warnings } = tutorialMapping(tutorial, options.source);
  const summary = summaryOf(tutorial);
  return { ok: true, summary, mapping, warnings: [...summary.warnings, ...warnings.map((each) => formatWarning(file, each))] };
}

function fromExport(text: string, file: string, notices: readonly Warning[]): Imported {
  const base = file.split(/[/\\]/).at(-1) ?? file;
  const read = readEntraExport(text, slugOf(file), base === '-' ? '(standard input)' : base);
  if (!read.ok) return refused(file, read.line, read.message, notices);
  const warnings = [...notices, ...read.warnings].map((each) => formatWarning(file, each));
  const { app, capabilities, users, groups = [] } = read.mapping;
  const row = ({ name, type, filterable, required, line = 1 }: Mapping['users'][number]) => ({ name, type, filterable, required, line });
  return {
    ok: true,
    summary: { app, capabilities, users: users.map(row), groups: groups.map(row), warnings },
    mapping: read.mapping,
    warnings,
  };
}

function refused(file: string, line: number, message: string, warnings: readonly Warning[] = []): Imported {
  return { ok: false, message: formatWarning(file, { line, message }), warnings: warnings.map((each) => formatWarning(file, each)) };
}
