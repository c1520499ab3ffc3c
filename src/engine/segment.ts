/**
 * A path segment without its percent-encoding; one that cannot be decoded stays as it is.
 *
 * @param segment one segment of a request's path
 */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
