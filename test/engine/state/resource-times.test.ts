import { describe, expect, it } from 'vitest';
import { ResourceTimes } from '../../../src/engine/state/resource-times.js';
import type { JsonObject } from '../../../src/scim/json.js';

/** What is told of a change that was answered so many milliseconds after the last one was seen. */
function told(before: string, after: string, since: number): readonly string[] {
  const times = new ResourceTimes();
  const shown = (title: string, lastModified: string) => ({ title, meta: { created: '2026-01-01T00:00:00Z', lastModified } });
  times.look(shown('Engineer', before), true, { answeredAt: 1000, readAt: 1000 });
  const faults = times.look(shown('Director', after), true, { answeredAt: 1000 + since, readAt: 2000 + since });
  return faults.map(({ member }) => member);
}

describe('the time of the last change', () => {
  it('must move', () => {
    expect(told('2026-01-01T00:00:00.123Z', '2026-01-01T00:00:00.123Z', 500)).toEqual(['lastModified']);
    expect(told('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 1500)).toEqual(['lastModified']);
    expect(told('2026-01-01T00:00:05.000Z', '2026-01-01T00:00:01.000Z', 500)).toEqual(['lastModified']);
    expect(told('2026-01-01T00:00:00.123Z', '2026-01-01T00:00:00.124Z', 500)).toEqual([]);
  });

  it('may be the same within what it leaves out', () => {
    expect(told('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 900)).toEqual([]);
    expect(told('2026-01-01T00:00:00.000+00:00', '2026-01-01T00:00:00.000+00:00', 900)).toEqual([]);
    expect(told('2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00.5Z', 90)).toEqual([]);
    expect(told('2026-01-01T00:00:00.500Z', '2026-01-01T00:00:00.500Z', 90)).toEqual([]);
    expect(told('2026-01-01T00:00:00.123Z', '2026-01-01T00:00:00.123Z', 15)).toEqual([]);
  });

  it('may be that of a write that changed nothing, right before', () => {
    const times = new ResourceTimes();
    const shown = (title: string, second: number) => ({ title, meta: { lastModified: `2026-01-01T00:00:0${second}Z` } });
    times.look(shown('Engineer', 1), true, { answeredAt: 1000, readAt: 1010 });
    times.look(shown('Engineer', 4), false, { answeredAt: 4100, readAt: 4110 });
    expect(times.look(shown('Director', 4), true, { answeredAt: 4200, readAt: 4210 })).toEqual([]);
    expect(times.look(shown('Fellow', 4), true, { answeredAt: 6200, readAt: 6210 })).toHaveLength(1);
  });

  it('may come from another clock, which is a little behind', () => {
    expect(told('2026-01-01T00:00:00.400Z', '2026-01-01T00:00:00.350Z', 500)).toEqual([]);
    expect(told('2026-01-01T00:00:01Z', '2026-01-01T00:00:00Z', 3000)).toEqual([]);
  });
});

describe('what meta says', () => {
  /** Of a change that was answered ten seconds after the last one was seen. */
  function faults(before: JsonObject, after: JsonObject, asked = true, title = 'Director'): readonly string[] {
    const times = new ResourceTimes();
    times.look({ title: 'Engineer', meta: before }, true, { answeredAt: 0, readAt: 0 });
    const found = times.look({ title, meta: after }, asked, { answeredAt: 10_000, readAt: 10_010 });
    return found.map(({ expected, received }) => `${received}, not ${expected}`);
  }
  const CREATED = '2026-01-01T00:00:00Z';

  it('of the creation stays, but for fractions of a second', () => {
    expect(faults({ created: CREATED }, { created: '2026-01-01T00:00:01Z' })).toEqual([
      'meta.created = "2026-01-01T00:00:01Z", not meta.created: as before the write: 2026-01-01T00:00:00Z',
    ]);
    expect(faults({ created: '2026-01-01T00:00:01Z' }, { created: CREATED }, false, 'Engineer')).toHaveLength(1);
    expect(faults({ created: CREATED }, { created: '2026-01-01T00:00:00.999Z' })).toEqual([]);
    expect(faults({ created: CREATED }, {})).toEqual([]);
    expect(faults({}, { created: CREATED })).toEqual([]);
    expect(faults({ created: 'soon' }, { created: CREATED })).toEqual([]);
  });

  it('of the version changes with the resource, and with it alone', () => {
    const [one, two] = [{ version: 'W/"1"' }, { version: 'W/"2"' }];
    expect(faults(one, one)).toEqual(['meta.version = "W/\\"1\\"", not meta.version: another version than before the write']);
    expect([faults(one, two), faults(one, {}), faults({ version: '' }, { version: '' })]).toEqual([[], [], []]);
    expect(faults(one, one, false)).toEqual([]);
    expect(faults(one, one, true, 'Engineer')).toEqual([]);
  });

  it('counts from the second look on, and only where it is an object', () => {
    const times = new ResourceTimes();
    const at = { answeredAt: 0, readAt: 0 };
    expect(times.look({ title: 'a' }, true, at)).toEqual([]);
    expect(times.look({ title: 'b', meta: { version: '1' } }, true, at)).toEqual([]);
    expect(times.look({ title: 'c', meta: { version: '1' } }, true, at)).toHaveLength(1);
  });

  it('is that of the resource itself: the groups that somebody is in, and the order of members, are no change', () => {
    const times = new ResourceTimes();
    const at = { answeredAt: 10_000, readAt: 10_000 };
    const meta = { version: '1' };
    times.look({ title: 'a', nickName: 'b', groups: [], meta }, true, at);
    expect(times.look({ nickName: 'b', title: 'a', groups: [{ value: 'g1' }], meta }, true, at)).toEqual([]);
  });
});
