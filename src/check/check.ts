import type { Family } from '../client/client.js';
import type { Method, Purpose, ResourceType } from '../scim/message.js';
import type { CheckId } from './check-id.js';
import type { CheckFailure, Difference, Observation, ObservedWrite } from './context.js';
import type { Endpoint } from './endpoint.js';
import type { Example, ScenarioExample } from './example.js';
import type { WriteOperation } from './operation.js';

/** An error makes a client not ready; a warning does not. Legal behaviour is neither. */
export type Severity = 'error' | 'warning';

/** What a defect does to a directory, in the order in which the report tells. */
export type Impact = 'provisioning-lost' | 'access-kept' | 'data-damaged' | 'noise';

/** Who demands it. */
export interface Authority {
  /** `rfc-says`: the standard defines it, without one of its capital words. */
  readonly kind: 'rfc-must' | 'rfc-says' | 'rfc-should' | 'entra' | 'okta' | 'field';
  /** `RFC 7644 §3.5.2.3`, a page of the vendor's documentation, `F02`. */
  readonly reference: string;
  /** The exact words of the RFC, where it is one. */
  readonly quote?: string;
  readonly url?: string;
}

/** What a violation does in one case. */
export interface Effect {
  /** Absent: any client. */
  readonly client?: Family;
  /** Absent: users and groups. */
  readonly type?: ResourceType;
  /** The check held for other resources of this type: only some requests fail. */
  readonly partly?: true;
  /** The target refused or broke down every time; absent: however it answered. */
  readonly refused?: true;
  readonly effect: string;
}

/** What the catalogue says of a check. */
export interface CheckInfo {
  /** `SC2104`, stable for ever. */
  readonly id: CheckId;
  readonly title: string;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly authorities: readonly Authority[];
  /** The families whose provisioning it concerns; under others it is not reported. */
  readonly clients: readonly Family[];
  /** What it does in the real world, one sentence. */
  readonly effect: string;
  /** What it does where that is something else: to a client, to groups, or where it is refused. The first that fits counts. */
  readonly effects?: readonly Effect[];
  /** What the vendor should do, one sentence. */
  readonly fix: string;
  /** Statuses of refusals that the fix itself is about; with other ones the status says what to do (`fixOf`). */
  readonly fixSuits?: readonly number[];
  /** The feature of ServiceProviderConfig without which a client of the standard does not use it: `patch`, `filter`, `etag`. */
  readonly needs?: string;
  /** People's data lies open, or strangers are changed: no baseline accepts it. */
  readonly safety?: true;
  /** Checks whose failure brings this one along: they are the reason when they fail as well. */
  readonly roots?: readonly CheckId[];
  /** It does not depend on who asks: where it failed under another dialect, it is the reason of what it may bring along here. */
  readonly shared?: boolean;
  /** It is about how an answer is written, and says nothing of what the answer holds: the answer is judged further. */
  readonly ofForm?: true;
  /** The target's right: what it keeps a client from doing was not tested, rather than done wrong. */
  readonly constraint?: true;
  /** Severity for a family where it differs from `severity`. */
  readonly severityFor?: Readonly<Partial<Record<Family, Severity>>>;
}

/** Which exchanges a check looks at. What is left out does not restrict it. */
export interface Exchanges {
  readonly methods?: readonly Method[];
  readonly purposes?: readonly Purpose[];
  readonly endpoints?: readonly Endpoint[];
}

/** Looks at one exchange by itself. */
export interface ResponseCheck extends CheckInfo {
  readonly kind: 'response';
  /** The exchanges that it is asked about; absent: all. Others are never shown to it. */
  readonly on?: Exchanges;
  /** From its right answer the judge finds that the check holds, from its wrong one that it does not, and nothing else. */
  readonly example: Example;
  /** `'silent'`: the exchange does not exercise the check; `'fine'`: it does, and all is well. */
  judge(observation: Observation): CheckFailure | 'silent' | 'fine';
}

/** What a write check takes for the reason, from the widest to the narrowest: of several that explain a difference the narrowest is named. */
export const SCOPES = [
  /** The method, whatever is asked for. */
  'method',
  /** The write as a whole. */
  'write',
  /** That there are several operations. */
  'operations',
  /** That an operation names no path. */
  'pathless',
  /** `add`, `replace` or `remove`, wherever it is used. */
  'operation',
  /** What an operation is aimed at: an attribute, the elements of a filter, an extension. */
  'target',
  /** What an operation brings, or the form in which it brings it. */
  'value',
  /** Which elements of a list are meant. */
  'element',
  /** What is done to a group. */
  'group',
  /** How texts and values are read and kept, whatever brings them. */
  'representation',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Explains why a write went wrong. */
export interface WriteCheck extends CheckInfo {
  /** Checks that may have brought a conflict along (409), and no other refusal. */
  readonly conflictRoots?: readonly CheckId[];
  readonly kind: 'write';
  readonly scope: Scope;
  /** From its right answer the judge finds that the check holds, from its wrong one that it does not, and nothing else. */
  readonly example: Example;
  /** When it explains a trouble, nothing else does; `'until-held'`: unless it held elsewhere in the run. */
  readonly decisive?: boolean | 'until-held';
  /** Whether an answer says it plainly enough to be decisive; elsewhere it counts as any other check. Default: every answer does. */
  isPlain?(write: ObservedWrite): boolean;
  /** It is suspected only where this check held, or a trial has shown it: the target understands the other form. */
  readonly onlyIfHeld?: CheckId;
  /** Whether the operation is one that a server with this defect gets wrong. A success of such an operation clears the check. */
  exercises(operation: WriteOperation, write: ObservedWrite): boolean;
  /** Whether a success of an operation that it exercises would prove that the defect is not there; default: yes. */
  proves?(operation: WriteOperation, write: ObservedWrite): boolean;
  /** Whether the defect would show as this trouble. */
  explains(difference: Difference, write: ObservedWrite): boolean;
}

/** Raised by the engine, which alone sees more than one exchange. */
export interface StepCheck extends CheckInfo {
  readonly kind: 'step';
  /** With its right answer the engine has no finding, with its wrong one this check is the finding. */
  readonly example: ScenarioExample;
  /** A target may decline what the step asks for with 400 and `invalidFilter` (RFC 7644 §3.4.2.2). */
  readonly declinable?: boolean;
}

export type Check = ResponseCheck | WriteCheck | StepCheck;
