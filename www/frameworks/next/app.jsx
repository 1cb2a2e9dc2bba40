/**
 * A whole document drawn by React, head and body, as Next.js does: React owns every node of the page, and gives all of it
 * up where one is not as it left it.
 */
import { useEffect, useRef, useState } from "react";

const element = <script key="element" type="module" src="../../checked-article.js" />;
const client = <script key="client" type="module" src="client.js" />;

/** `late`: the element is defined after the page is hydrated. */
export function Page({ late }) {
  const [opened, setOpened] = useState(0);
  const article = useRef(null);
  useEffect(() => {
    const element = article.current;
    const count = () => setOpened((before) => before + 1);
    element.addEventListener("ca-open", count);
    return () => element.removeEventListener("ca-open", count);
  }, []);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>The tag in a page that React owns whole</title>
        <link rel="icon" href="../../favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="../page.css" precedence="default" />
        {late ? [client, element] : [element, client]}
      </head>
      <body>
        <main>
          <h1>The tag in a page that React owns whole</h1>
          <p role="status">Cards opened so far: {opened}</p>
          <checked-article ref={article} src="../../alaska-summit.json">
            <p>The report is drawn here by this page’s script.</p>
          </checked-article>
          <footer>
            <button type="button" onClick={() => setOpened(0)}>Start again</button>
          </footer>
        </main>
      </body>
    </html>
  );
}
