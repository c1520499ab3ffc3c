const OF_NO_MAPPING = 'about an attribute that the target advertises and no mapping has: histories change what clients exchange';

/** Defects in the areas of the proof that histories cannot show, and why. */
export const EXEMPT: Readonly<Record<string, string>> = {
  'group-descriptions-lost': OF_NO_MAPPING,
  'group-labels-stay': OF_NO_MAPPING,
  'large-group-refused': 'a limit of the target: it refuses a group of more than a hundred members, and a history has at most three people',
  'members-cut-at-hundred': 'a limit of the target: it cuts a group of more than a hundred members, and a history has at most three people',
  'photos-stay': OF_NO_MAPPING,
  'profile-url-lost': OF_NO_MAPPING,
  'seats-used-up': 'a limit of the target: it refuses the thirteenth person, and a history has at most three at a time',
};
