/**
 * Where one reads stays where it is when another version of the article is drawn: the block at the window's top is looked
 * for by its words, and what came or went above it is scrolled away before the next frame.
 */
export function keepPlace(element, root, draw) {
  const blocks = () => [...root.querySelectorAll("article :is(p, li, h1, h2, h3, h4)")];
  const sides = (block) => block.getBoundingClientRect();
  // An article that begins in the window is not yet being read in its middle.
  const first = sides(element).top < 0 && blocks().find((block) => sides(block).bottom > 0);
  const was = first && { words: first.textContent, top: sides(first).top };
  const drawn = draw();
  if (was) {
    requestAnimationFrame(() => {
      const same = blocks().find((block) => block.textContent === was.words);
      const moved = same ? sides(same).top - was.top : 0;
      // The nearest that is scrolled: a box of the page's, or the page.
      let scroller = element;
      while (scroller && !scroller.scrollTop) scroller = scroller.parentElement ?? scroller.getRootNode().host;
      if (moved) scroller?.scrollBy({ top: moved, behavior: "instant" });
    });
  }
  return drawn;
}
