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
  // What one block says is whole without the others: one that is no JSON is left out.
  const things = [...page.querySelectorAll('script[type^="application/ld+json" i]')].flatMap(({ textContent }) => {
    try {
      return thingsIn(JSON.parse(textContent));
    } catch {
      return [];
    }
  });
  const whole = dereferenced(things);
  const article = articleAmong(things.map(whole).filter((thing) => typesOf(thing).some((type) => ARTICLES.test(type))), page, blocks);
  const reviews = things.filter((thing) => typesOf(thing).includes("ClaimReview")).map((review) => reviewOf(whole(review), whole));
  const claims = [];
  const verdicts = new Map();
  // Themes and plug-ins say the same twice. Numbered are the reviews, not those that are laid: an edit renames none.
  for (const [index, review] of distinct(reviews).entries()) {
    const exact = wordsIn(blocks, review.claimReviewed);
    const verdict = verdictOf(review.rating, verdicts);
    if (exact && verdict) claims.push(claimOf(review, exact, verdict, `claim-${index + 1}`));
  }
  const used = [...verdicts.values()].filter(({ id }) => claims.some(({ verdict }) => verdict === id));
  return {
    article: some({
      headline: text(article?.headline),
      author: namesOf(article?.author, whole),
      publisher: namesOf(article?.publisher, whole)[0],
      datePublished: date(article?.datePublished),
    }),
    ...(claims.length && { claims, scale: { verdicts: used.sort((one, other) => (other.rank ?? -1) - (one.rank ?? -1)) } }),
  };
}

/**
 * The article that these words are, of those that the page speaks of: lists of other stories speak of these too. Where none
 * is by its headline or address, and they are several, it is not known.
 */
function articleAmong(articles, page, blocks) {
  const words = blocks.map((block) => block.trim());
  const address = page.URL?.split("#")[0];
  const isThis = ({ headline, url, mainEntityOfPage }) =>
    words.includes(text(headline)) || [url, mainEntityOfPage, mainEntityOfPage?.["@id"]].some((one) => one !== undefined && one === address);
  const same = (candidates) => (new Set(candidates.map(({ headline }) => text(headline))).size === 1 ? candidates[0] : undefined);
  return same(articles.filter(isThis)) ?? same(articles);
}

/** What a review says, whatever way it was written. */
function reviewOf({ claimReviewed, itemReviewed, author, datePublished, url, name, headline, description, reviewBody, reviewRating }, whole) {
  return {
    claimReviewed: text(claimReviewed),
    claimant: namesOf(whole(list(itemReviewed)[0])?.author, whole)[0],
    publisher: namesOf(author, whole)[0],
    page: link(whole(list(author)[0])?.url),
    date: date(datePublished),
    address: link(url),
    title: text(headline) ?? text(name),
    description: text(description),
    body: paragraphs(reviewBody),
    rating: whole(list(reviewRating)[0]),
  };
}

/** Each once, though several say it. */
const distinct = (values) => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];

/**
 * A review as a claim. Its finding and its reasons are those that it has: where the check stands elsewhere, as most do, the
 * card has verdict, publisher and the link to it, and no words are made up or said twice.
 */
function claimOf({ claimant, publisher, page, date, address, title, description, body, rating }, exact, verdict, id) {
  const reasons = text(rating.ratingExplanation);
  const source = address && publisher && some({ title, publisher, url: address, kind: "other", stance: "context" });
  // A headline states the finding; where there is a link, it is its name.
  const summary = description ?? reasons ?? (source ? undefined : title) ?? verdict.label;
  return some({
    id,
    target: { selector: { type: "TextQuoteSelector", exact } },
    // Its words stand in the article, so that nothing but signs around them could differ.
    claimReviewed: exact,
    claimant: claimant && { name: claimant },
    verdict: verdict.id,
    summary,
    explanation: body ?? reasons ?? summary,
    sources: source ? [source] : [],
    author: publisher && some({ name: publisher, url: page }),
    datePublished: date,
  });
}

/**
 * A rating as a verdict of the page's own scale, that of `verdicts` where the same was given before; its colour follows from
 * its place between the worst and the best.
 */
function verdictOf(rating, verdicts) {
  const label = text(rating?.alternateName) ?? text(rating?.name);
  if (!label) return;
  const [value, best, worst] = [rating.ratingValue, rating.bestRating, rating.worstRating].map(number);
  const place = best > worst && value >= worst && value <= best ? (value - worst) / (best - worst) : NaN;
  const [tone, symbol] =
    place === 1 ? ["upheld", "check"] : place >= 2 / 3 ? ["mostly upheld", "check ring"] : place > 1 / 3 ? ["mixed", "half"] : place >= 0 ? ["refuted", "cross"] : ["neutral", "dash"];
  // `ratingExplanation` speaks of this one claim, and not of the scale.
  const definition = place >= 0 ? `${value} (${worst}–${best})` : label;
  // Labels are in any script, so that none can be made an id of.
  const key = JSON.stringify([label, definition]);
  if (!verdicts.has(key)) verdicts.set(key, some({ id: `verdict-${verdicts.size + 1}`, label, rank: place >= 0 ? Math.round(place * 1000) : undefined, tone, symbol, definition }));
  return verdicts.get(key);
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
const typesOf = (thing) => list(thing["@type"]).map((type) => String(type).replace(/^(https?:\/\/schema\.org\/|schema:)/, ""));
/** A text, the first of several, or one that says its language (`{"@value": …}`). */
const text = (value) => {
  const words = list(value)[0]?.["@value"] ?? list(value)[0];
  return (typeof words === "string" && plainText(words)) || undefined;
};
const link = (value) => (/^https?:\/\/\S+$/i.test(text(value) ?? "") ? text(value) : undefined);
const paragraphs = (value) => text(value)?.split(/\s*\n\s*\n\s*/);
/** What is no number is none: an empty rating is not the worst. */
const number = (value) => (/^-?\d+([.,]\d+)?$/.test(value) ? Number(String(value).replace(",", ".")) : NaN);
const namesOf = (value, whole) => list(value).map((one) => text(one) ?? text(whole(one)?.name)).filter(Boolean);

/** A date that exists; systems also write `+0000`, and days of zeros where they know none. */
function date(value) {
  const written = String(text(value)).replace(/([+-]\d{2})(\d{2})$/, (whole, hours, minutes, at) => (at > 10 ? `${hours}:${minutes}` : whole));
  if (!DATE.test(written) || Number.isNaN(Date.parse(written))) return;
  // Some browsers take the 31st of February for a day in March.
  const day = written.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? written : undefined;
}

/** All objects with a type, however deep. */
function thingsIn(value) {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(thingsIn);
  return value["@type"] ? [value, ...inner] : inner;
}

/** Gives a thing with what is said of it elsewhere under the same `@id`, as publishing systems part it. */
function dereferenced(things) {
  const known = new Map();
  for (const thing of things) if (thing["@id"]) known.set(thing["@id"], { ...known.get(thing["@id"]), ...thing });
  return (thing) => (known.has(thing?.["@id"]) ? { ...known.get(thing["@id"]), ...thing } : thing);
}

/** Without the members that hold nothing. */
const some = (object) => Object.fromEntries(Object.entries(object).filter(([name, value]) => value !== undefined && (value.length !== 0 || name === "sources")));
