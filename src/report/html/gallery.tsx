import type { GalleryTestEvent } from '../../event/event.js';
import { galleryTestsIn, resultOf } from '../../event/gallery-verdict.js';
import { galleryNotes, galleryResult } from '../gallery-words.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';

/** Longest text of the target's that is shown of a test. */
const LONGEST = 600;

/** Of a rehearsal: the gallery's tests, and the result by the rules of the template. */
export function Gallery({ run }: { readonly run: RunRecord }) {
  const tests = galleryTestsIn(run.events);
  return tests.length === 0 ? null : (
    <section aria-labelledby="gallery">
      <h2 id="gallery">The gallery's tests</h2>
      <p>{galleryResult(run, tests)}</p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Test</th>
              <th scope="col">Result</th>
              <th scope="col">What it tries, and what happened</th>
            </tr>
          </thead>
          <tbody>
            {tests.map((test) => (
              <Row key={test.name} test={test} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ test }: { readonly test: GalleryTestEvent }) {
  const { name, title, overallResult, category, stricter = [] } = test;
  const look = overallResult === 'PASSED' ? 'good' : overallResult === 'SKIPPED' ? 'dim' : category === 'optional' ? 'warn' : 'bad';
  return (
    <tr>
      <th scope="row">{shorten(name, 100)}</th>
      <td class={look}>{overallResult}</td>
      <td>
        {shorten(title, 200)}
        {overallResult === 'PASSED' ? null : <p>{shorten(resultOf(test), LONGEST)}</p>}
        {galleryNotes(test).map((text) => (
          <p key={text}>{shorten(text, LONGEST)}</p>
        ))}
        {stricter.map((text) => (
          <p key={text}>Stricter than the template: {shorten(text, LONGEST)}</p>
        ))}
      </td>
    </tr>
  );
}
