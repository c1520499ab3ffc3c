/** Something about a document that its reader should know. */
export interface Warning {
  /** Line in the document, counted from 1. */
  readonly line: number;
  /** One or two sentences. */
  readonly message: string;
}

/**
 * A warning as it is printed: `slack-provisioning-tutorial.md:31: …`.
 *
 * @param file the document's path as shown to people
 * @param warning the warning
 */
export function formatWarning(file: string, { line, message }: Warning): string {
  return `${file}:${line}: ${message}`;
}

/**
 * Warnings in the order of the document, each once.
 *
 * @param warnings in any order
 */
export function inLineOrder(warnings: readonly Warning[]): Warning[] {
  const seen = new Set<string>();
  return warnings
    .filter(({ line, message }) => {
      const key = `${line}:${message}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.line - b.line);
}
