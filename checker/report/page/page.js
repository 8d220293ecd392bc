'use strict';
// Everything here only adds to the page: filter, keys, and saving the sheet.
(() => {
  const $ = (selector, root) => (root || document).querySelector(selector);
  const $$ = (selector, root) => [...(root || document).querySelectorAll(selector)];
  const fields = ['method', 'by', 'date', 'tick', 'note', 'rating'];
  const columns = ['fingerprint', 'statement', 'place', 'verdict', 'evidence', ...fields];
  const sheet = $('#sheet');
  const state = $('#sheet-state');
  let changed = false;

  // --- The sheet

  const rowOf = key => document.getElementById('s-' + key);
  const fieldOf = (row, name) => $('[data-f="' + name + '"]', row);

  const showTick = row => {
    const on = fieldOf(row, 'tick').checked;
    row.classList.toggle('done', on);
    for (const item of $$('[data-key]')) {
      if (item.dataset.key === row.dataset.row) item.classList.toggle('ticked', on);
    }
  };

  const readRow = row => {
    const out = { fingerprint: row.dataset.row };
    for (const cell of $$('[data-t]', row)) out[cell.dataset.t] = cell.textContent.trim();
    for (const input of $$('[data-f]', row)) {
      out[input.dataset.f] = input.type === 'checkbox' ? input.checked : input.value;
    }
    return out;
  };

  const save = (name, type, text) => {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    changed = false;
    state.textContent = 'Saved as ' + name + '.';
  };

  // A cell that a spreadsheet would take for a formula gets an apostrophe,
  // which reading takes off again.
  const csvCell = value => {
    let text = value === true ? 'x' : value === false || value == null ? '' : String(value);
    if (/^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)) text = "'" + text;
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  };

  const parseCsv = text => {
    const rows = [[]];
    let cell = '', quoted = false;
    const end = () => { rows[rows.length - 1].push(cell); cell = ''; };
    for (let i = 0; i < text.length; ++i) {
      const c = text[i];
      if (quoted) {
        if (c !== '"') cell += c;
        else if (text[i + 1] === '"') { cell += c; ++i; }
        else quoted = false;
      } else if (c === '"' && cell === '') quoted = true;
      else if (c === ',') end();
      else if (c === '\n') { end(); rows.push([]); }
      else if (c !== '\r') cell += c;
    }
    end();
    const [head, ...body] = rows;
    return body.filter(row => row.length > 1).map(row => {
      const out = {};
      head.forEach((name, i) => {
        out[name] = (row[i] || '').replace(/^'(?='*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, '');
      });
      out.tick = /^(x|yes|true|1)$/i.test(out.tick || '');
      return out;
    });
  };

  const load = rows => {
    let taken = 0, lost = 0;
    for (const noted of rows) {
      const row = rowOf(noted.fingerprint);
      if (!row) { ++lost; continue; }
      for (const name of fields) {
        const input = fieldOf(row, name);
        if (name === 'tick') input.checked = noted.tick === true;
        else if (name !== 'method' || noted.method) input.value = noted[name] || '';
      }
      showTick(row);
      ++taken;
    }
    state.textContent = taken + (taken === 1 ? ' row' : ' rows') + ' read' +
        (lost ? '; ' + lost + ' of findings that are gone (--sheet keeps them)' : '') + '.';
  };

  if (sheet) {
    $('.tools', sheet).hidden = false;
    $$('tr[data-row]', sheet).forEach(showTick);
    sheet.addEventListener('input', event => {
      const row = event.target.closest('tr[data-row]');
      if (!row) return;
      changed = true;
      state.textContent = 'Not saved yet.';
      showTick(row);
    });
    const rows = () => $$('tr[data-row]', sheet).map(readRow);
    $('#save-csv').addEventListener('click', () => {
      const lines = [columns, ...rows().map(row => columns.map(name => row[name]))];
      save('sheet.csv', 'text/csv',
           '\uFEFF' + lines.map(line => line.map(csvCell).join(',') + '\r\n').join(''));
    });
    $('#save-json').addEventListener('click', () => {
      save('sheet.json', 'application/json',
           JSON.stringify({ schemaVersion: 1, rows: rows() }, null, 1) + '\n');
    });
    $('#open-sheet').addEventListener('change', async event => {
      const file = event.target.files[0];
      if (!file) return;
      const text = (await file.text()).replace(/^\uFEFF/, '');
      try {
        load(/^\s*\{/.test(text) ? JSON.parse(text).rows || [] : parseCsv(text));
      } catch (error) {
        state.textContent = file.name + ' is no sheet: ' + error.message;
      }
    });
    window.addEventListener('beforeunload', event => {
      if (changed) event.preventDefault();
    });
  }

  // --- The filter

  const items = $$('.card, .item[data-key], .facts tbody tr');
  const rowsOfSheet = $$('tr[data-row]');
  const words = new Map();
  const textOf = item => {
    if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
    return words.get(item);
  };
  const filter = $('#filter'), level = $('#level'), shown = $('#shown');
  const isOpen = key => { const row = key && rowOf(key); return !row || !fieldOf(row, 'tick').checked; };
  const passes = item => {
    const wanted = filter.value.trim().toLowerCase();
    if (wanted && !textOf(item).includes(wanted)) return false;
    const grade = item.dataset.level;
    if (level.value === 'open') {
      const link = item.dataset.key ? null : $('th a', item);
      return isOpen(item.dataset.key || (link ? link.hash.slice(3) : ''));
    }
    if (!level.value || !grade) return true;
    return grade === 'error' || (level.value === 'warning' && grade === 'warning');
  };
  const apply = () => {
    let count = 0, all = 0;
    for (const item of items) {
      const yes = passes(item);
      item.classList.toggle('gone', !yes);
      if (item.dataset.key) { ++all; if (yes) ++count; }
    }
    for (const row of rowsOfSheet) {
      const item = document.getElementById('f-' + row.dataset.row);
      row.classList.toggle('gone', item !== null && item.classList.contains('gone'));
    }
    shown.textContent = count === all ? '' : count + ' of ' + all + ' findings';
  };
  $('#tools').hidden = false;
  $('#tools').addEventListener('submit', event => event.preventDefault());
  filter.addEventListener('input', apply);
  level.addEventListener('change', apply);

  // --- Keys

  let current = null, step = 0;
  const go = by => {
    const list = $$('.card, .item[data-key]').filter(item => !item.classList.contains('gone'));
    if (!list.length) return;
    const at = list.indexOf(current);
    current = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)];
    step = 0;
    show(current);
  };
  const show = item => {
    for (let up = item.parentElement; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
    item.scrollIntoView({ block: 'center' });
    item.focus({ preventScroll: true });
  };
  const actions = {
    j: () => go(1),
    k: () => go(-1),
    e: () => {
      if (!current) return;
      const places = $$('a.place', current);
      if (places.length) location.hash = places[step++ % places.length].hash;
    },
    b: () => { if (current) show(current); },
    x: () => {
      const row = current && rowOf(current.dataset.key);
      if (!row) return;
      const tick = fieldOf(row, 'tick');
      tick.click();
      if (tick.checked) { show(row); fieldOf(row, 'note').focus(); }
    },
    '/': () => { filter.scrollIntoView({ block: 'nearest' }); filter.focus(); },
  };
  document.addEventListener('focusin', event => {
    const item = event.target.closest('.card, .item[data-key]');
    if (item && item !== current) { current = item; step = 0; }
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !$('#keys').checked) return;
    if (event.target.matches('input, select, textarea')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });

  // --- Places in closed lists, and on paper

  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    for (let up = target && target.parentElement; up; up = up.parentElement) {
      if (up.tagName === 'DETAILS') up.open = true;
    }
  };
  window.addEventListener('hashchange', reveal);
  reveal();
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = $$('details:not([open])');
    closed.forEach(list => { list.open = true; });
  });
  window.addEventListener('afterprint', () => closed.forEach(list => { list.open = false; }));
})();
