import { type ExpressionFunction, isPresent, listOf, NotEvaluated, textOf, wholeOf } from '../value.js';

/** Functions of several values. */
export const LIST_FUNCTIONS: readonly ExpressionFunction[] = [
  {
    name: 'Split',
    arity: [2, 2],
    call: ([source, delimiter]) => {
      if (textOf(delimiter) === '') throw new NotEvaluated('the delimiter is empty');
      return isPresent(source)
        ? textOf(source)
            .split(textOf(delimiter))
            .map((part) => part.trim())
        : undefined;
    },
  },
  { name: 'Count', arity: [1, 1], call: ([source]) => listOf(source).length },
  {
    name: 'Item',
    arity: [2, 2],
    // The first item is number 1.
    call: ([source, number]) => {
      const item = listOf(source)[wholeOf(number) - 1];
      return item === undefined || typeof item === 'string' ? item : [item];
    },
  },
  {
    name: 'RemoveDuplicates',
    arity: [1, 1],
    call: ([source]) => {
      const seen = new Set<string>();
      return listOf(source).filter((each) => {
        const key = textOf([each]).toLowerCase();
        return seen.has(key) ? false : seen.add(key) !== undefined;
      });
    },
  },
  // Which of the candidates is free is known to the directory only; the first one is free in an empty target.
  { name: 'SelectUniqueValue', arity: [1, 50], call: ([first]) => first },
];
