/**
 * TypeScript's declarations of what is data: the document, from the schema that tests hold equal to the Rust reader, and
 * the interface's words, from their table.
 */
import { compile } from "json-schema-to-typescript";

/** The document, from its JSON Schema. */
export function documentTypes(schema) {
  const bannerComment = "/** A document, version 1. Made from schema.json. */";
  const { $schema, ...properties } = schema.properties;
  // Where the schema says nothing of a value, the library takes it for an object.
  const titled = { ...schema, title: "CheckedArticleDocument", properties: { $schema: { ...$schema, tsType: "string" }, ...properties } };
  // A list that may not be empty is an array all the same: few programs can prove its length.
  return compile(titled, "CheckedArticleDocument", { bannerComment, additionalProperties: false, ignoreMinAndMaxItems: true });
}

/** The words of the interface, from the English table. */
export function messageTypes(english) {
  const lines = Object.entries(english).map(([name, words]) => `  ${name}: ${typeof words === "string" ? "string" : "Plural"};`);
  return `/** The words of the interface, by message. Made from messages/en.json, which says what stands in each. */

/** By plural category (CLDR), as many as the language has. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;

export interface CheckedArticleMessages {
${lines.join("\n")}
}
`;
}
