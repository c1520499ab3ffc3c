import type { SettingSpec } from './setting-spec.js';
import { choice, file, number, one, onOff } from './values.js';

/** The settings of what a run tells, and of what makes it fail. */
export interface ReportValues {
  readonly report: readonly string[];
  readonly failOn: 'error' | 'warning';
  readonly allowIncomplete: boolean;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly repro: string | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly full: boolean;
  readonly maxFindings: number | undefined;
}

/** Their specifications. */
export const REPORT_SETTING_SPECS: { readonly [K in keyof ReportValues]: SettingSpec<ReportValues[K]> } = {
  report: {
    name: 'report',
    group: 'Reports and exit code',
    placeholder: 'NAME[=FILE]',
    many: true,
    summary:
      'report to write (see "scim-check list reports"); FILE "-" or none: standard output; the terminal report is shown when nothing else goes there',
    fallback: [],
    parse: (texts, place) =>
      texts.map((each) => each.replace(/^([^=]*)=(.*)$/, (_all, name: string, path: string) => `${name}=${file(path, place)}`)),
  },
  failOn: {
    name: 'fail-on',
    group: 'Reports and exit code',
    placeholder: 'SEVERITY',
    many: false,
    summary: 'exit with 1 from this severity on: error or warning',
    fallback: 'error',
    parse: one(choice(['error', 'warning'])),
  },
  allowIncomplete: {
    name: 'allow-incomplete',
    group: 'Reports and exit code',
    many: false,
    summary: 'exit with 0 also when less was tested than the verdict needs',
    fallback: false,
    parse: one(onOff),
  },
  baseline: {
    name: 'baseline',
    group: 'Reports and exit code',
    placeholder: 'FILE',
    many: false,
    summary: 'findings that are accepted for now; the run fails on others, on entries that are over or not seen, and on less coverage',
    fallback: undefined,
    parse: one(file),
  },
  updateBaseline: {
    name: 'update-baseline',
    group: 'Reports and exit code',
    many: false,
    summary: 'write the file of --baseline anew, so that it accepts what this run finds; comments and reasons stay',
    fallback: false,
    parse: one(onOff),
  },
  repro: {
    name: 'repro',
    group: 'Reports and exit code',
    placeholder: 'DIRECTORY',
    many: false,
    summary: 'write a shell script for each defect, for developers without scim-check: it sends what shows the defect, with curl',
    fallback: undefined,
    parse: one(file),
  },
  quiet: {
    name: 'quiet',
    group: 'Reports and exit code',
    many: false,
    summary: 'on the terminal: verdicts, what to fix and what is left, and nothing else',
    fallback: false,
    parse: one(onOff),
  },
  verbose: {
    name: 'verbose',
    group: 'Reports and exit code',
    many: false,
    summary: 'on the terminal: each scenario as it ends, and each one that was not played',
    fallback: false,
    parse: one(onOff),
  },
  full: {
    name: 'full',
    group: 'Reports and exit code',
    many: false,
    summary: 'on the terminal: every defect at length, with a command that repeats its request',
    fallback: false,
    parse: one(onOff),
  },
  maxFindings: {
    name: 'max-findings',
    group: 'Reports and exit code',
    placeholder: 'N',
    many: false,
    summary: 'on the terminal: so many defects at length, the weightiest first; default: 3',
    fallback: undefined,
    parse: one(number(0, 10_000, true)),
  },
};
