/**
 * A page drawn by React on the server and hydrated in the browser, whose articles are React's own: one that a tag beside it
 * names, one with its tag around it. The tags change none of their nodes, so React finds and changes them as it left them.
 */
import { useEffect, useRef, useState } from "react";
import { article } from "../../../seeds/alaska-summit.json";

const MIDDLE = 12;
const paragraphs = article.body.map((words, number) => <p key={number}>{words}</p>);

export function App() {
  const [opened, setOpened] = useState(0);
  const [isUpdated, setUpdated] = useState(false);
  const page = useRef(null);
  useEffect(() => {
    const main = page.current;
    const count = () => setOpened((before) => before + 1);
    main.addEventListener("ca-open", count);
    return () => main.removeEventListener("ca-open", count);
  }, []);
  return (
    <main ref={page}>
      <h1>Articles that are a React page’s own</h1>
      <p role="status">Cards opened so far: {opened}</p>
      <checked-article id="beside" for="first" src="../../alaska-summit.json" load="eager" />
      <article id="first">
        {isUpdated && <p>Updated in the afternoon.</p>}
        {paragraphs.slice(0, MIDDLE)}
      </article>
      <checked-article id="around" src="../../alaska-summit.json" load="eager">
        <article>
          {isUpdated && <p>Updated in the afternoon.</p>}
          {paragraphs.slice(MIDDLE)}
        </article>
      </checked-article>
      <footer>
        <button type="button" onClick={() => setOpened(0)}>Start again</button>{" "}
        <button type="button" onClick={() => setUpdated(!isUpdated)}>Update</button>
      </footer>
    </main>
  );
}
