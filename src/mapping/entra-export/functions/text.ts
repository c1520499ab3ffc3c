import { type ExpressionFunction, isPresent, listOf, textOf, wholeOf } from '../value.js';

/** Letters that are no letter with a mark on it, so that taking marks off leaves them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
};

/** Functions that make text of text. Absent arguments are empty, and nothing comes of nothing. */
export const TEXT_FUNCTIONS: readonly ExpressionFunction[] = [
  { name: 'Append', arity: [2, 2], call: ([source, suffix]) => (isPresent(source) ? textOf(source) + textOf(suffix) : undefined) },
  {
    name: 'Join',
    arity: [2, 50],
    call: ([separator, ...sources]) => sources.flatMap((source) => listOf(source).map((each) => textOf([each]))).join(textOf(separator)),
  },
  {
    name: 'Left',
    arity: [2, 2],
    call: ([source, count]) => (wholeOf(count) < 0 ? textOf(source) : textOf(source).slice(0, wholeOf(count))),
  },
  { name: 'Right', arity: [2, 2], call: ([source, count]) => (wholeOf(count) > 0 ? textOf(source).slice(-wholeOf(count)) : '') },
  {
    name: 'Mid',
    arity: [3, 3],
    // The first character is number 1.
    call: ([source, start, length]) => {
      const from = Math.max(0, wholeOf(start) - 1);
      return textOf(source).slice(from, from + Math.max(0, wholeOf(length)));
    },
  },
  { name: 'ToLower', arity: [1, 2], call: ([source]) => (isPresent(source) ? textOf(source).toLowerCase() : undefined) },
  { name: 'ToUpper', arity: [1, 2], call: ([source]) => (isPresent(source) ? textOf(source).toUpperCase() : undefined) },
  { name: 'StripSpaces', arity: [1, 1], call: ([source]) => (isPresent(source) ? textOf(source).replaceAll(' ', '') : undefined) },
  { name: 'Trim', arity: [1, 1], call: ([source]) => (isPresent(source) ? textOf(source).trim() : undefined) },
  {
    name: 'NormalizeDiacritics',
    arity: [1, 1],
    call: ([source]) =>
      isPresent(source)
        ? textOf(source)
            .replace(/[ßæÆœŒøØłŁđĐðÐþÞı]/g, (letter) => LETTERS[letter] ?? letter)
            .normalize('NFD')
            .replace(/\p{Mn}/gu, '')
        : undefined,
  },
  {
    name: 'PCase',
    arity: [1, 2],
    call: ([source, separators]) => {
      const between = separators === undefined ? ' ,-' : textOf(separators);
      let start = true;
      return [...textOf(source)]
        .map((letter) => {
          const shown = start ? letter.toUpperCase() : letter.toLowerCase();
          start = between.includes(letter);
          return shown;
        })
        .join('');
    },
  },
  { name: 'Len', arity: [1, 1], call: ([source]) => textOf(source).length },
  {
    name: 'InStr',
    arity: [2, 4],
    call: ([where, what, start]) => textOf(where).indexOf(textOf(what), start === undefined ? 0 : Math.max(0, wholeOf(start) - 1)) + 1,
  },
  {
    name: 'Word',
    arity: [3, 3],
    call: ([source, number, delimiters]) => {
      const between = new Set(textOf(delimiters));
      let words = [''];
      for (const letter of textOf(source)) {
        if (between.has(letter)) words.push('');
        else words[words.length - 1] += letter;
      }
      words = words.filter((word) => word !== '');
      return words[wholeOf(number) - 1] ?? '';
    },
  },
];
