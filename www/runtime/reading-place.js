/** For how many frames another version of the article is waited for. */
const FRAMES = 10;

/**
 * Where one reads stays where it is when another version of the article is drawn: the block at the window's top is looked
 * for by its words, and what came or went above it is scrolled away before the next frame.
 */
export function keepPlace(element, root, draw) {
  const blocks = () => [...root.querySelectorAll("article :is(p, li, h1, h2, h3, h4)")];
  const sides = (block) => block.getBoundingClientRect();
  const within = (block) => sides(block).top - sides(element).top;
  // An article that begins in the window is not yet being read in its middle.
  const first = sides(element).top < 0 && blocks().find((block) => sides(block).bottom > 0);
  const was = first && { words: first.textContent, top: sides(first).top, within: within(first) };
  const drawn = draw();
  const keep = (frames) =>
    requestAnimationFrame(() => {
      const same = blocks().find((block) => block.textContent === was.words);
      // On a slow machine the article may be drawn some frames later; a reader who scrolls meanwhile is left alone.
      if (!same || within(same) === was.within) return frames && keep(frames - 1);
      // Not where the browser itself has kept it.
      const moved = sides(same).top - was.top;
      // The nearest that is scrolled: a box of the page's, or the page.
      let scroller = element;
      while (scroller && !scroller.scrollTop) scroller = scroller.parentElement ?? scroller.getRootNode().host;
      if (moved) scroller?.scrollBy({ top: moved, behavior: "instant" });
    });
  if (was) keep(FRAMES);
  return drawn;
}
