import { createHash } from 'node:crypto';
import { createHandler } from '../../src/sample/handler.js';
import type { SampleOptions } from '../../src/sample/options.js';
import type { SampleRequest } from '../../src/sample/request.js';
import { VirtualClock } from '../base/virtual-clock.js';

const BASE = 'http://sample.test/scim/v2';

/** A clock that stands still while a request is answered: how often a server looks at it must not show in its answers. */
class StepwiseClock extends VirtualClock {
  override now(): number {
    return Date.UTC(2020, 0, 1) + this.elapsed();
  }
}

/**
 * Ids that look random and are the same in each server, as long as the same names are given: the second resource of a name has
 * another id than the first one.
 */
export function idsByName(): NonNullable<SampleOptions['newId']> {
  const counts = new Map<string, number>();
  return (type, { userName, displayName }) => {
    const name = `${type} ${type === 'User' ? userName : displayName}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const hex = createHash('sha256').update(`${name} ${count}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/**
 * A sample server that is asked what was asked before, a millisecond apart.
 *
 * @param options its defects or variants
 * @returns answers a request, as text
 */
export function replayer(options: Omit<SampleOptions, 'clock' | 'newId' | 'basePath'>): (request: SampleRequest) => string {
  const clock = new StepwiseClock();
  const handler = createHandler({ ...options, basePath: '', clock, newId: idsByName() }, () => BASE);
  return (request) => {
    clock.advance(1);
    return JSON.stringify(handler.handle(request));
  };
}
