const dense = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const backwards = (text: string): string => [...text].reverse().join('');

/**
 * Finds what is left of secrets: nine letters and digits of one in a row, or thirteen of a form of it, however they are spread.
 *
 * @param secrets each of twenty characters or more
 * @returns what is found in a text; empty when there is nothing
 */
export function leakFinder(secrets: readonly string[]): (text: string) => string[] {
  const wanted = new Set(secrets.flatMap(piecesOf));
  return (text) => {
    const found = dense(text);
    return [...wanted].filter((piece) => found.includes(piece));
  };
}

function piecesOf(secret: string): string[] {
  const pieces = (all: string, size: number): string[] =>
    Array.from({ length: Math.max(0, all.length - size + 1) }, (_piece, at) => all.slice(at, at + size));
  const bytes = Buffer.from(secret);
  const inBase64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(2, -3),
  );
  return [
    ...[secret, backwards(secret)].flatMap((each) => pieces(dense(each), 9)),
    ...[bytes.toString('hex'), ...inBase64].flatMap((each) => pieces(dense(each), 13)),
  ];
}
