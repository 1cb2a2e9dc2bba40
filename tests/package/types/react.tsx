/** The tag in React's JSX. */
import type {} from "checked-article/react";
import type { CheckedArticleElement } from "checked-article";
import { useRef } from "react";

export function Story() {
  const article = useRef<CheckedArticleElement>(null);
  return (
    <checked-article
      ref={article}
      className="story"
      lang="de"
      src="/summit.json"
      quotes="find"
      load="idle"
      timeout={5000}
      onca-open={(event) => article.current?.show(event.detail.id)}
      document={{ version: 1, article: { body: ["Snow fell."] } }}
    >
      <p>Fallback.</p>
    </checked-article>
  );
}

export const over = <checked-article for="story" skip=".promo" theme="dark" />;
// @ts-expect-error: no such way to load
export const wrong = <checked-article load="sometimes" />;
