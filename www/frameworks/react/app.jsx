/**
 * A page drawn by React on the server and hydrated in the browser, with the tag in its tree.
 *
 * The element draws into its own shadow root, so React finds every node as it left it. Events of custom elements are
 * listened to as `on` and the event's name.
 */
import { useState } from "react";

export function App() {
  const [opened, setOpened] = useState(0);
  return (
    <main>
      <h1>The tag in a React page</h1>
      <p role="status">Cards opened so far: {opened}</p>
      <checked-article src="../../alaska-summit.json" onca-open={() => setOpened((count) => count + 1)}>
        <p>The report is drawn here by this page’s script.</p>
      </checked-article>
      <footer>
        <button type="button" onClick={() => setOpened(0)}>Start again</button>
      </footer>
    </main>
  );
}
