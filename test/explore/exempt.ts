/** Defects in the areas of the proof that histories cannot show, and why. */
export const EXEMPT: Readonly<Record<string, string>> = {
  'seats-used-up': 'a limit of the target: it refuses the thirteenth person, and a history has at most three at a time',
};
