/** How large a CSS pixel of an element is in the window: pages zoom and scale what a tag stands in. */
export function scaleOf(element) {
  const { width } = element.getBoundingClientRect();
  return element.offsetWidth && width ? width / element.offsetWidth : 1;
}
