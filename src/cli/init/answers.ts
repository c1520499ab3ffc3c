/** The places where checks run by themselves, by the name that `--ci` takes. */
export const CI_SYSTEMS = ['github', 'gitlab', 'azure', 'jenkins'] as const;

export type CiSystem = (typeof CI_SYSTEMS)[number];

/** What `init` has to know. */
export interface InitAnswers {
  /** A base URL, or `sample`. */
  readonly target: string;
  /** Empty: entra and okta. */
  readonly clients: readonly string[];
  readonly ci: readonly CiSystem[];
}

export const DEFAULT_ANSWERS: InitAnswers = { target: 'sample', clients: [], ci: [] };
