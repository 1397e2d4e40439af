// Where there is room, notes go into a margin, each beside its mark or under the note before it, and the letter stays in
// sight while they scroll by. A note lights its words, and the other way round. Without this script, on a phone and on
// paper notes stand under their paragraphs.
(() => {
  'use strict';
  const gap = 12;
  const letters = [...document.querySelectorAll('.letter')];
  const wide = matchMedia('screen and (min-width: 700px)');
  const homes = new Map();

  const place = letter => {
    const sheet = letter.firstElementChild;
    const top = sheet.getBoundingClientRect().top;
    const notes = [...letter.querySelectorAll('.margin > .finding')];
    const wanted = notes.map(note => document.getElementById(note.id.replace('-n', '-m')).getBoundingClientRect().top - top);
    const heights = notes.map(note => note.offsetHeight);
    let bottom = -gap;
    notes.forEach((note, at) => {
      const y = Math.max(bottom + gap, wanted[at] - gap);
      note.style.setProperty('--above', `${y - Math.max(0, bottom)}px`);
      bottom = y + heights[at];
    });
    sheet.style.setProperty('--stick', `${Math.min(16, innerHeight - sheet.offsetHeight - 16)}px`);
  };
  // Sizes change with the window, when a letter comes near enough to be laid out at all, and when a note is opened.
  const watch = new ResizeObserver(all => requestAnimationFrame(() =>
    new Set(all.map(each => each.target.closest('.letter'))).forEach(place)));

  const move = aside => {
    document.documentElement.classList.toggle('aside', aside);
    letters.forEach(letter => letter.querySelectorAll('.finding').forEach(note => {
      if (!homes.has(note)) homes.set(note, note.parentElement);
      (aside ? letter.querySelector('.margin') : homes.get(note)).append(note);
    }));
  };
  letters.forEach(letter => {
    watch.observe(letter.firstElementChild);
    letter.querySelectorAll('.finding').forEach(note => watch.observe(note));
  });
  move(wide.matches);
  wide.addEventListener('change', () => move(wide.matches));
  const asked = document.getElementById(location.hash.slice(1)); // it has moved since the browser looked for it
  if (asked?.closest('.aside .letter')) place(asked.closest('.letter'));
  asked?.scrollIntoView();

  const light = (target, on) => {
    const from = target instanceof Element && target.closest('[data-n]');
    if (!from) return;
    const draft = from.closest('article');
    for (const n of from.dataset.n.split(' '))
      for (const each of draft.querySelectorAll(`[data-n~="${n}"]`)) each.classList.toggle('lit', on);
  };
  for (const [event, on] of [['mouseover', true], ['mouseout', false], ['focusin', true], ['focusout', false]])
    document.addEventListener(event, ({ target }) => light(target, on));

  // Paper cannot be unfolded, and has no margin wide enough.
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    opened.forEach(each => { each.open = true; });
    move(false);
  });
  addEventListener('afterprint', () => {
    opened.forEach(each => { each.open = false; });
    opened = [];
    move(wide.matches);
  });
})();
