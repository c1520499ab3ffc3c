import type { CheckId } from '../check/check-id.js';
import type { Symptom } from '../check/symptom.js';
import type { Wire } from '../engine/exchange/wire.js';
import { refusalOf } from './faults.js';
import { keyIn } from './history-step.js';
import type { Found } from './investigate.js';
import { populationAfter } from './population.js';
import type { PlainValue } from './simpler.js';

/** Shapes that differ from plain text by a sign or a letter. */
const SIGNS: ReadonlySet<string> = new Set([
  'accents',
  'ampersand',
  'angle',
  'apostrophe',
  'backslash',
  'blank',
  'brackets',
  'colon',
  'comma',
  'dots',
  'emoji',
  'hyphen',
  'lines',
  'number sign',
  'percent',
  'plus',
  'quotes',
  'scripts',
  'slash',
]);

const OF_VALUES: ReadonlySet<string> = new Set<CheckId>(['SC1226', 'SC1253', 'SC2315', 'SC2803']);

/** Numbers, codes and addresses have forms of their own, to which a target may hold them. */
const OF_A_FORM = /^(phonenumbers|emails?|externalid)\b|(postalcode|employeenumber|costcenter)$/i;

/**
 * A refusal as it is told where a sign in a value is to blame: while the history became shorter, the same was accepted with a plain value.
 *
 * @param found what was found
 * @param plain gives plain values
 * @param wire tells what was refused: a look-up that comes before a write is another matter
 * @returns undefined where something else may be to blame
 */
export function refusedSign({ history, symptom }: Found, plain: PlainValue, wire: Wire): Symptom | undefined {
  const step = history.at(-1);
  // Whoever asked the target why knows it already.
  if (OF_VALUES.has(symptom.candidates.at(-1) ?? '')) return undefined;
  if (step === undefined || symptom.step !== history.length || refusalOf(symptom) === undefined) return undefined;
  if (!/^(POST|PUT|PATCH) /.test(wire.answerOf(symptom.exchange ?? '')?.operation ?? '')) return undefined;
  const awkward = Object.entries(step.shapes).filter(([path, shape]) => SIGNS.has(shape) && !OF_A_FORM.test(path));
  const [path] = awkward[0] ?? [];
  const isValue = step.intent.kind === 'update' || (step.intent.kind === 'create' && step.intent.object.persona === undefined);
  if (path === undefined || awkward.length !== 1 || !isValue || plain(path) === undefined) return undefined;
  const type = populationAfter(history).get(keyIn(step) ?? '')?.type;
  return { ...symptom, candidates: checksOf(type === 'Group', path), expected: `${symptom.expected}, as with a plain value of ${path}` };
}

/** The most specific last. */
function checksOf(isGroup: boolean, path: string): readonly CheckId[] {
  if (isGroup) return ['SC2315'];
  return path.toLowerCase() === 'username' ? ['SC1253', 'SC1226'] : ['SC1253'];
}
