import type { Diagnostic } from '../../yaml/diagnostic.js';
import type { Path } from '../../yaml/document.js';
import { parseTemplate, RESERVED_NAMES } from '../template.js';
import { inStep, type StepInPlace } from './place.js';

const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** Headers that the tool sends by itself: the credential, and what belongs to the connection. */
const TAKEN: Readonly<Record<string, string>> = {
  authorization: 'The credential is added by itself and does not belong into a file.',
  'proxy-authorization': 'The credential is added by itself and does not belong into a file.',
  cookie: 'Credentials do not belong into a file.',
  host: 'It follows from the target.',
  'content-length': 'It follows from the body.',
  'transfer-encoding': 'It belongs to the connection.',
  connection: 'It belongs to the connection.',
};

/**
 * Checks a `request` step: it must stay below the base URL, carry no credential, and write only onto what the run created.
 *
 * @param place the step and what came before it
 */
export function rawRequestProblems(place: StepInPlace<'request'>): Diagnostic[] {
  const { intent } = place.step;
  const { document } = place;
  const at = (...path: Path): Path => inStep(place, 'request', ...path);
  const problems: Diagnostic[] = [];
  const target = intent.target;
  const path = target.split('?')[0] ?? '';
  if (target.startsWith('//') || path.split('/').some((segment) => segment === '..' || segment === '.')) {
    problems.push(document.problem(at('path'), 'the path leaves the base URL'));
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character in a request line would end it
  const unfit = target.replace(/\$\{[^}]*\}/g, (variable) => 'v'.repeat(variable.length)).search(/[\u0000-\u0020\u007F-\uFFFF#\\]/);
  if (unfit >= 0) {
    const hint = 'Write it percent-encoded, as it goes over the wire: %20 for a blank, %22 for a quotation mark.';
    problems.push(document.problem(at('path'), 'the path holds a character that a URL cannot hold', { hint, offset: unfit }));
  }
  if (['PUT', 'PATCH', 'DELETE'].includes(intent.method) && !namesOwnResource(path, place.captured)) {
    const hint = 'Address it by the id of an object, as in /Users/${mover.id}, or by an id that a POST answered.';
    problems.push(document.problem(at('path'), `${intent.method} may only reach a resource that this run created`, { hint }));
  }
  for (const [name, value] of intent.headers) {
    const taken = TAKEN[name.toLowerCase()];
    if (taken !== undefined)
      problems.push(document.problem(at('headers', name), `the header ${name} cannot be set`, { hint: taken, at: 'key' }));
    else if (!TOKEN.test(name)) problems.push(document.problem(at('headers', name), `"${name}" is no header name`, { at: 'key' }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break in a value would start another header
    if (/[\u0000-\u0008\u000A-\u001F\u007F]/.test(value))
      problems.push(document.problem(at('headers', name), 'a header value must be one line'));
  }
  for (const name of Object.keys(intent.capture)) {
    if (RESERVED_NAMES.includes(name))
      problems.push(document.problem(at('capture', name), `"${name}" is a name of the tool's own variables`, { at: 'key' }));
  }
  for (const [index, name] of intent.optional.entries()) {
    if (!Object.hasOwn(intent.capture, name)) problems.push(document.problem(at('optional', index), `nothing is captured as "${name}"`));
  }
  return problems;
}

/**
 * Whether the path addresses a resource that the run created, or one that cannot exist: `/Users/${mover.id}`, `/Users/${random.uuid}`,
 * or what a POST answered. A value that a GET captured may belong to a stranger.
 */
function namesOwnResource(path: string, captured: StepInPlace['captured']): boolean {
  const parsed = parseTemplate(path);
  // A broken template is told elsewhere.
  if (!parsed.ok) return true;
  const [collection, resource] = parsed.segments;
  if (collection?.kind !== 'text' || !collection.text.endsWith('/') || resource?.kind !== 'variable') return false;
  const { variable } = resource;
  if (variable.kind === 'captured') return (captured.get(variable.name) ?? 'POST') === 'POST';
  return variable.kind === 'object' ? variable.path === 'id' : variable.kind === 'random-uuid';
}
