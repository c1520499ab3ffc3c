import { type ExpressionFunction, isPresent, textOf, truthOf, wholeOf } from '../value.js';

/** Functions that decide. */
export const LOGIC_FUNCTIONS: readonly ExpressionFunction[] = [
  { name: 'IIF', arity: [2, 3], call: ([condition, yes, no]) => (truthOf(condition) ? yes : no) },
  { name: 'Not', arity: [1, 1], call: ([source]) => !truthOf(source) },
  { name: 'And', arity: [2, 50], call: (args) => args.every(truthOf) },
  { name: 'Or', arity: [2, 50], call: (args) => args.some(truthOf) },
  { name: 'IsPresent', arity: [1, 1], call: ([source]) => isPresent(source) },
  { name: 'IsNull', arity: [1, 1], call: ([source]) => source === undefined },
  { name: 'IsNullOrEmpty', arity: [1, 1], call: ([source]) => !isPresent(source) },
  { name: 'IsString', arity: [1, 1], call: ([source]) => typeof source === 'string' },
  { name: 'Coalesce', arity: [1, 50], call: (args) => args.find(isPresent) },
  { name: 'IgnoreFlowIfNullOrEmpty', arity: [1, 1], call: ([source]) => (isPresent(source) ? source : undefined) },
  {
    name: 'Switch',
    arity: [2, 200],
    // Keys and values follow the source and the default in pairs.
    call: ([source, otherwise, ...pairs]) => {
      const text = textOf(source);
      for (let at = 0; at + 1 < pairs.length; at += 2) if (textOf(pairs[at]) === text) return pairs[at + 1];
      return otherwise;
    },
  },
  { name: 'BitAnd', arity: [2, 2], call: ([one, two]) => Number(BigInt(wholeOf(one)) & BigInt(wholeOf(two))) },
  // What is redacted is the log, not the value.
  { name: 'Redact', arity: [1, 1], call: ([source]) => source },
  { name: 'CBool', arity: [1, 1], call: ([source]) => truthOf(source) },
  { name: 'CStr', arity: [1, 1], call: ([source]) => (source === undefined ? undefined : textOf(source)) },
  {
    name: 'ConvertToBase64',
    arity: [1, 1],
    call: ([source]) => (isPresent(source) ? Buffer.from(textOf(source), 'utf16le').toString('base64') : undefined),
  },
  {
    name: 'ConvertToUTF8Hex',
    arity: [1, 1],
    call: ([source]) => (isPresent(source) ? Buffer.from(textOf(source), 'utf8').toString('hex').toUpperCase() : undefined),
  },
];
