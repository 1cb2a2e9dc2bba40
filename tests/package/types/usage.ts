/** What TypeScript knows of the element: every line must be accepted, and each that expects an error must be refused. */
import "checked-article";
import type { CheckedArticleDocument, CheckedArticleError } from "checked-article";
import { CheckedArticleElement } from "checked-article/element";

const paragraphs: string[] = [];
const story: CheckedArticleDocument = {
  $schema: "https://example.org/schema.json",
  version: 1,
  article: { body: [...paragraphs, "The goose won the race.", { type: "paragraph", content: ["It ", { type: "emphasis", content: "never" }, " looks back."] }] },
  people: [{ id: "goose", name: "Sir Honkalot" }],
  scale: "politifact",
  claims: [
    {
      id: "c1",
      target: { selector: { type: "TextQuoteSelector", exact: "The goose won the race." } },
      claimReviewed: "The goose won the race.",
      verdict: "true",
      summary: "The register names it.",
      explanation: ["The register was seen."],
      sources: [{ publisher: "Register of Races", url: "https://example.org/races", kind: "record", stance: "supports" }],
    },
  ],
};

const element = document.createElement("checked-article");
element.src = "/summit.json";
element.document = story;
element.target = document.body;
element.messages = { howWeRate: "Our scale", claimsChecked: { one: "{count} check", other: "{count} checks" } };
element.addEventListener("ca-open", (event) => console.log(event.detail.id, event.detail.kind === "claim"));
element.addEventListener("ca-error", ({ detail }) => told(detail));
element.addEventListener("click", (event) => event.preventDefault());
document.querySelector("checked-article")?.show("c1").then(() => element.next());
await element.ready;
customElements.define("my-article", class extends CheckedArticleElement {});

function told({ code, message, faults }: CheckedArticleError): string[] {
  return code === "document-faults" && faults ? faults : [message];
}

// @ts-expect-error: no such member
element.documents = story;
// @ts-expect-error: no such message
element.messages = { nonsense: "" };
// @ts-expect-error: no such stance
const stance: NonNullable<NonNullable<CheckedArticleDocument["claims"]>[number]["sources"]>[number]["stance"] = "denies";
// @ts-expect-error: a document has an article
const empty: CheckedArticleDocument = { version: 1 };
// @ts-expect-error: read only
element.ready = Promise.resolve();
export { empty, stance };
