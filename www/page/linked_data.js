/**
 * What a page says of its article in JSON-LD (schema.org `NewsArticle` and `ClaimReview`), as a document. A review becomes
 * a claim only where its words stand in the article, once; nothing is added that the page does not say.
 */

import { plainText } from "./markup.js";

const ARTICLES = /^(News|Reportage|Analysis|Background|Opinion|Review|AskPublic)?(News)?Article$|^BlogPosting$|^Report$/;
const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
/** The fewest signs of a claim that are looked for: fewer stand anywhere. */
const FEWEST = 12;

/** The members of a document that the page's own JSON-LD gives, for an article of these blocks of text. */
export function linkedData(page, blocks) {
  const things = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) => {
    try {
      return thingsIn(JSON.parse(textContent));
    } catch {
      return [];
    }
  });
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLES.test(type)));
  const claims = [];
  const verdicts = new Map();
  for (const review of things.filter((thing) => typesOf(thing).includes("ClaimReview"))) {
    const exact = wordsIn(blocks, text(review.claimReviewed));
    const verdict = verdictOf(review.reviewRating);
    if (!exact || !verdict) continue;
    verdicts.set(verdict.id, verdict);
    claims.push(claimOf(review, exact, verdict, `claim-${claims.length + 1}`));
  }
  return {
    article: some({
      headline: text(article?.headline),
      author: namesOf(article?.author),
      publisher: namesOf(article?.publisher)[0],
      datePublished: date(article?.datePublished),
    }),
    ...(claims.length && { claims, scale: { verdicts: [...verdicts.values()].sort((one, other) => (other.rank ?? -1) - (one.rank ?? -1)) } }),
  };
}

/**
 * A review as a claim. Its finding and its reasons are those that it has: where the check stands elsewhere, as most do, the
 * card has verdict, publisher and the link to it, and no words are made up or said twice.
 */
function claimOf({ itemReviewed, author, datePublished, url, name, headline, description, reviewBody, reviewRating }, exact, verdict, id) {
  const [publisher] = namesOf(author);
  const [address, page] = [url, list(author)[0]?.url].map(link);
  const title = text(headline) ?? text(name);
  const reasons = text(reviewRating.ratingExplanation);
  const source = address && publisher && some({ title, publisher, url: address, kind: "other", stance: "context" });
  // A headline states the finding; where there is a link, it is its name.
  const summary = text(description) ?? reasons ?? (source ? undefined : title) ?? verdict.label;
  const claimant = namesOf(itemReviewed?.author)[0];
  return some({
    id,
    target: { selector: { type: "TextQuoteSelector", exact } },
    // Its words stand in the article, so that nothing but signs around them could differ.
    claimReviewed: exact,
    claimant: claimant && { name: claimant },
    verdict: verdict.id,
    summary,
    explanation: paragraphs(reviewBody) ?? reasons ?? summary,
    sources: source ? [source] : [],
    author: publisher && some({ name: publisher, url: page }),
    datePublished: date(datePublished),
  });
}

/** A rating as a verdict of the page's own scale; its colour follows from its place between the worst and the best. */
function verdictOf(rating) {
  const label = text(rating?.alternateName) ?? text(rating?.name);
  if (!label) return;
  const [value, best, worst] = [rating.ratingValue, rating.bestRating, rating.worstRating].map((number) => (number === undefined ? NaN : Number(number)));
  const place = best > worst && value >= worst && value <= best ? (value - worst) / (best - worst) : NaN;
  const [tone, symbol] =
    place === 1 ? ["upheld", "check"] : place >= 2 / 3 ? ["mostly upheld", "check ring"] : place > 1 / 3 ? ["mixed", "half"] : place >= 0 ? ["refuted", "cross"] : ["neutral", "dash"];
  // `ratingExplanation` speaks of this one claim, and not of the scale.
  const definition = place >= 0 ? `${value} (${worst}–${best})` : label;
  const id = label.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 50) + (place >= 0 ? `.${Math.round(place * 100)}` : "");
  return some({ id, label, rank: place >= 0 ? Math.round(place * 1000) : undefined, tone, symbol, definition });
}

/** The words of the article that a claim quotes, as they stand there; nothing where they stand nowhere, or more than once. */
function wordsIn(blocks, claim) {
  const plain = (words) => words.replace(/[“”„«»]/g, '"').replace(/[‘’‚‹›]/g, "'").replace(/[\u00A0\u202F\n]/g, " ").replace(/[‐‑–—]/g, "-");
  const sought = claim && plain(claim).trim().replace(/^["']+|["'.]+$/g, "");
  if (!sought || sought.length < FEWEST) return;
  let found;
  for (const block of blocks) {
    const words = plain(block);
    for (let at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1)) {
      const around = [words[at - 1], words[at + sought.length]];
      if (around.some((sign) => sign && /[\p{L}\p{N}]/u.test(sign))) continue;
      if (found) return;
      found = block.slice(at, at + sought.length);
    }
  }
  return found;
}

const list = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const typesOf = (thing) => list(thing["@type"]).map((type) => String(type).replace(/^https?:\/\/schema\.org\//, ""));
const text = (value) => (typeof value === "string" && plainText(value)) || undefined;
const link = (value) => (/^https?:\/\/\S+$/i.test(text(value) ?? "") ? text(value) : undefined);
const paragraphs = (value) => text(value)?.split(/\s*\n\s*\n\s*/);
const date = (value) => (DATE.test(value) ? value : undefined);
const namesOf = (value) => list(value).map((one) => text(one) ?? text(one?.name)).filter(Boolean);

/** All objects with a type, however deep. */
function thingsIn(value) {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(thingsIn);
  return value["@type"] ? [value, ...inner] : inner;
}

/** Without the members that hold nothing. */
const some = (object) => Object.fromEntries(Object.entries(object).filter(([name, value]) => value !== undefined && (value.length !== 0 || name === "sources")));
