/** The level that chalk understands: 0 none, 1 sixteen colours, 2 256 colours, 3 true colour. */
export type ColourLevel = 0 | 1 | 2 | 3;

/**
 * The colours that one stream gets. Each stream is asked for itself: standard output may be a file while standard error is a terminal.
 * As in Node itself, FORCE_COLOR wins over NO_COLOR (https://no-color.org), and both over what the terminal can do.
 *
 * @param env environment variables
 * @param isTty whether the stream is a terminal
 * @param refused `--no-color` was given
 */
export function colourLevel(env: Readonly<Record<string, string | undefined>>, isTty: boolean, refused: boolean): ColourLevel {
  if (refused) return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forcedLevel(forced);
  if (!isTty || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return 0;
  if (/^(truecolor|24bit)$/i.test(env['COLORTERM'] ?? '') || env['WT_SESSION'] !== undefined) return 3;
  return /256/.test(env['TERM'] ?? '') ? 2 : 1;
}

function forcedLevel(value: string): ColourLevel {
  if (value === '0' || value === 'false') return 0;
  return value === '2' ? 2 : value === '3' ? 3 : 1;
}
