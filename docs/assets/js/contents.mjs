// The contents beside a page say where the reader is: the last chapter whose heading has passed below the masthead.
const list = document.querySelector(".hb-toc__list");
const links = [...(list?.querySelectorAll("a[href^='#']") ?? [])];
const chapters = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
const box = list?.closest(".md-sidebar__scrollwrap");

/** Pixels from the top of the window at which a chapter counts as begun: below the masthead, with room to read. */
const BEGUN = 120;

let shown = -1;
const show = () => {
  const current = chapters.findLastIndex((chapter) => chapter && chapter.getBoundingClientRect().top < BEGUN);
  if (current === shown) return;
  links[shown]?.removeAttribute("aria-current");
  links[current]?.setAttribute("aria-current", "true");
  shown = current;
  if (box && links[current]) {
    const [link, frame] = [links[current].getBoundingClientRect(), box.getBoundingClientRect()];
    if (link.top < frame.top || link.bottom > frame.bottom) box.scrollTop += link.top - frame.top - frame.height / 2;
  }
};

if (links.length) {
  let asked = false;
  addEventListener(
    "scroll",
    () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        show();
      });
    },
    { passive: true },
  );
  show();
}
