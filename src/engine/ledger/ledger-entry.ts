import type { Dialect } from '../../client/client.js';
import type { ResourceType } from '../../scim/message.js';
import type { ProcessMark } from './live-process.js';

/** What a ledger says about its run. No secrets: the target is the base URL as it may be printed. */
export interface LedgerRun {
  readonly runId: string;
  readonly target: string;
  /** Tells base URLs apart that are printed alike because their query is hidden: see `targetHash`. */
  readonly targetHash?: string;
  /** ISO 8601. */
  readonly time: string;
  readonly dialects: readonly Dialect[];
  /** From which its names are made. */
  readonly seed?: number;
  /** Who plays it. */
  readonly by?: ProcessMark;
}

/** Who writes a ledger, and since when. */
export type LedgerWriterMark = Pick<LedgerRun, 'time' | 'by'>;

/** A resource that is, or may be, in the target because of this run. */
export interface LedgerEntry {
  /** Counted from 1 within the ledger. */
  readonly n: number;
  readonly resourceType: ResourceType;
  /** The unique userName or displayName, by which the resource can be found when its id is not known. */
  readonly name: string;
  /** Names that it may have been given since. */
  readonly names?: readonly string[];
  /** Other values that it was created with, or has been given since, and that tell it from all others, see `Traces`. */
  readonly traces?: readonly string[];
  readonly dialect: Dialect;
  /** Missing when the answer to the creation never came, or when it could not be written down: look it up by name. */
  readonly id?: string;
  /** The creation was answered with success, and without an id: the resource is there, wherever that is. */
  readonly answered?: boolean;
  /** Its deletion was answered with success, and a read by its id did not say plainly that it is gone. */
  readonly removed?: boolean;
  /** The creation was refused with this status, which does not prove that nothing was stored. */
  readonly refused?: number;
}

/** What is written down of a creation before it is sent. */
export type PlannedEntry = Pick<LedgerEntry, 'resourceType' | 'name' | 'traces' | 'dialect'>;
