/**
 * Whether a text is a day of the calendar.
 *
 * @param text `2027-01-31`
 */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * The day of a time, in UTC.
 *
 * @param time ISO 8601
 * @param later so many days afterwards
 * @returns `2027-01-31`; the first day of all where the time is none
 */
export function dayOf(time: string, later = 0): string {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? '0000-01-01' : new Date(milliseconds + later * 86_400_000).toISOString().slice(0, 10);
}
