/** Defects in the areas of the proof that histories cannot show, and why. */
export const EXEMPT: Readonly<Record<string, string>> = {
  'large-group-refused': 'a limit of the target: it refuses a group of more than a hundred members, and a history has at most three people',
  'members-cut-at-hundred': 'a limit of the target: it cuts a group of more than a hundred members, and a history has at most three people',
  'members-limited': 'a limit of the target: it refuses a group of more than fifty members, and a history has at most three people',
  'seats-used-up': 'a limit of the target: it refuses the thirteenth person, and a history has at most three at a time',
};
