import { describe, expect, it } from 'vitest';
import { ResourceTimes } from '../../../src/engine/state/resource-times.js';

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
