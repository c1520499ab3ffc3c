/** Exit codes that no run decides; the others follow from its events. */
export const USAGE_ERROR = 2;
export const INTERNAL_ERROR = 70;
