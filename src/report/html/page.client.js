// Runs in the browser that shows the report. Everything can be read without it; it searches, copies, and opens what is asked for.
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const defects = all('[data-defect]');
  const blocks = all('details.defect');
  const search = byId('search');

  /** What a row says stands in its block as well: both are searched as one. */
  const texts = new Map();
  for (const each of defects) {
    const { defect } = each.dataset;
    texts.set(defect, `${texts.get(defect) ?? ''} ${each.textContent.toLowerCase()}`);
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/);
    const client = byId('client').value;
    const severity = byId('severity').value;
    for (const each of defects) {
      const { dataset } = each;
      const fits =
        words.every((word) => texts.get(dataset.defect).includes(word)) &&
        (client === '' || dataset.clients.split(' ').includes(client)) &&
        (severity === '' || dataset.severity === severity);
      each.hidden = !fits;
    }
    const shown = blocks.filter((each) => !each.hidden).length;
    byId('shown').value = `${shown} of ${blocks.length} shown`;
    byId('none-shown').hidden = shown > 0;
  }

  /** A link into something closed opens it. */
  function openTarget() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    for (let each = target; each !== null; each = each.parentElement) if (each.tagName === 'DETAILS') each.open = true;
    target?.scrollIntoView();
  }

  if (search !== null) {
    all('.filter')[0].hidden = false;
    for (const control of [search, byId('client'), byId('severity')]) control.addEventListener('input', filter);
    byId('open-all').addEventListener('click', () => {
      for (const each of blocks) each.open = true;
    });
    byId('close-all').addEventListener('click', () => {
      for (const each of blocks) each.open = false;
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.target.matches('input, select')) return;
      event.preventDefault();
      search.focus();
    });
  }

  for (const button of all('[data-copy]')) {
    button.hidden = navigator.clipboard === undefined;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.parentElement.querySelector('pre').textContent);
      button.textContent = 'Copied';
    });
  }

  /** What scrolls can be scrolled by keyboard; it does so only once it is open. */
  function reach() {
    for (const each of all('pre, .wide')) {
      if (each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight) each.tabIndex = 0;
    }
  }
  for (const each of all('details')) each.addEventListener('toggle', reach);
  reach();

  /** Paper cannot be clicked. */
  const opened = [];
  addEventListener('beforeprint', () => {
    for (const each of all('details:not([open], .timeline)')) {
      each.open = true;
      opened.push(each);
    }
  });
  addEventListener('afterprint', () => {
    for (const each of opened.splice(0)) each.open = false;
  });

  addEventListener('hashchange', openTarget);
  if (location.hash !== '') openTarget();
})();
