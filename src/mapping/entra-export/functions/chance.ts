import { type ExpressionFunction, NotEvaluated, textOf, type World, wholeOf } from '../value.js';

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SMALL = CAPITALS.toLowerCase();
/** The characters that Windows counts as special in passwords. */
const SPECIAL = '~!@#$%^&*_-+=`|\\(){}[]:;"\'<>,.?/';
const LONGEST = 256;

/**
 * Functions of chance. The chance is given in, so that a run can be repeated.
 * @see https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data
 */
export const CHANCE_FUNCTIONS: readonly ExpressionFunction[] = [
  {
    name: 'Guid',
    arity: [0, 0],
    call: (_args, world) => {
      const hex = pick('0123456789abcdef', 30, world);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18)}`;
    },
  },
  {
    name: 'RandomString',
    arity: [5, 6],
    call: ([length, numbers, special, capitals, small, avoid], world) => {
      const wanted = wholeOf(length);
      const counts = [wholeOf(numbers), wholeOf(special), wholeOf(capitals), wholeOf(small)];
      const fewest = counts.reduce((sum, count) => sum + count, 0);
      if (wanted < 1 || wanted > LONGEST || counts.some((count) => count < 0) || fewest > wanted)
        throw new NotEvaluated('the lengths of the random text do not fit together');
      const sets = [DIGITS, SPECIAL, CAPITALS, SMALL].map((set) => without(set, textOf(avoid)));
      const parts = sets.map((set, index) => pick(set, counts[index] ?? 0, world)).join('');
      // What is not asked for by kind comes from the kinds that are.
      const asked = sets.filter((_, index) => (counts[index] ?? 0) > 0).join('');
      return shuffled(parts + pick(asked === '' ? sets.join('') : asked, wanted - fewest, world), world);
    },
  },
];

function without(set: string, avoided: string): string {
  return [...set].filter((character) => !avoided.includes(character)).join('');
}

function pick(set: string, count: number, { random }: World): string {
  if (count > 0 && set === '') throw new NotEvaluated('no character is left to choose from');
  return Array.from({ length: count }, () => set[Math.floor(random() * set.length)] ?? '').join('');
}

function shuffled(text: string, { random }: World): string {
  const characters = [...text];
  for (let at = characters.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [characters[at], characters[other]] = [characters[other] ?? '', characters[at] ?? ''];
  }
  return characters.join('');
}
