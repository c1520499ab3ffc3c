/** Longer ones nobody pastes. */
const LONGEST = 8000;

/**
 * A command that can be copied whole.
 *
 * @param text the command
 */
export function Command({ text }: { readonly text: string }) {
  if (text.length > LONGEST) return <p class="dim">A command of {text.length} characters, which stands in the JSON report.</p>;
  return (
    <div class="command">
      <pre>
        <code>{text}</code>
      </pre>
      <button type="button" data-copy hidden>
        Copy
      </button>
    </div>
  );
}
