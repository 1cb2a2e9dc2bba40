/**
 * A page drawn by React on the server and hydrated in the browser, with the tag in its tree.
 *
 * The element draws into its own shadow root, so React finds every node as it left it. Its events are listened to from an
 * effect: React 19 attaches `onca-open` where it draws an element itself, but not where it hydrates one.
 */
import { useEffect, useRef, useState } from "react";

export function App() {
  const [opened, setOpened] = useState(0);
  const article = useRef(null);
  useEffect(() => {
    const element = article.current;
    const count = () => setOpened((before) => before + 1);
    element.addEventListener("ca-open", count);
    return () => element.removeEventListener("ca-open", count);
  }, []);
  return (
    <main>
      <h1>The tag in a React page</h1>
      <p role="status">Cards opened so far: {opened}</p>
      <checked-article ref={article} src="../../alaska-summit.json">
        <p>The report is drawn here by this page’s script.</p>
      </checked-article>
      <footer>
        <button type="button" onClick={() => setOpened(0)}>Start again</button>
      </footer>
    </main>
  );
}
