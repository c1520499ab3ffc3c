import type { Parse } from './values.js';

/** One setting: how it is spelled everywhere, what it accepts, what it is without being set. */
export interface SettingSpec<T> {
  /** Spelling in `scim-check.yaml` and, with two dashes, on the command line. */
  readonly name: string;
  /** Heading in the help. */
  readonly group:
    | 'What to run'
    | 'Credentials and network'
    | 'OAuth 2.0 instead of a token'
    | 'Reports and exit code'
    | 'How to run'
    | 'Against the sample';
  /** What stands for the value in the help; absent: a switch. */
  readonly placeholder?: string;
  /** The value of a flag that is given without one; absent: it needs one. */
  readonly preset?: string;
  readonly many: boolean;
  readonly summary: string;
  readonly fallback: T;
  readonly parse: Parse<T>;
}
