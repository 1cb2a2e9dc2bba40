/**
 * The custom-elements manifest (https://github.com/webcomponents/custom-elements-manifest), from the README's tables,
 * which tests/readme.rs holds true to the code.
 */

/** The cells of the table's rows under a heading of the README. */
function rows(readme, heading) {
  const [, section] = readme.split(`# ${heading}\n`);
  if (section === undefined) throw new Error(`the README has no heading ${heading}`);
  const lines = section.split("\n");
  const end = lines.findIndex((line) => line.startsWith("#"));
  const found = lines.slice(0, end < 0 ? undefined : end).filter((line) => line.startsWith("| `"));
  if (!found.length) throw new Error(`the README has no table under ${heading}`);
  return found.map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim().replaceAll("`", "")));
}

/** The manifest of the package whose README is `readme`. */
export function manifest(readme) {
  const table = (heading, entry) => rows(readme, heading).map(entry);
  const named = ([name, description]) => ({ name, description });
  const method = ([call, description]) => {
    const [, name, parameter] = /^(\w+)\((\w*)\)$/.exec(call);
    const parameters = parameter ? [{ name: parameter, type: { text: "string" } }] : [];
    return { kind: "method", name, description, parameters, return: { type: { text: "Promise<void>" } } };
  };
  const declaration = {
    kind: "class",
    customElement: true,
    name: "CheckedArticleElement",
    tagName: "checked-article",
    superclass: { name: "HTMLElement" },
    description: "A news article whose quotations open as cards and whose claims carry a fact check.",
    attributes: table("Attributes", named),
    members: [...table("Properties", ([name, description]) => ({ kind: "field", name, description })), ...table("Methods", method)],
    events: table("Events", ([name, detail, description]) => ({ name, type: { text: "CustomEvent" }, description: `${description} Detail: ${detail}` })),
    cssStates: table("States", named),
    cssParts: table("Parts", named),
    cssProperties: table("Custom properties", ([name, initial, description]) => ({ name, ...(initial && { default: initial }), description })),
    slots: [{ name: "", description: "What shows until the article is drawn, and whenever it cannot be; or the page's own article." }],
  };
  const module = "bundler/element.js";
  const reference = { name: declaration.name, module };
  const definition = { kind: "custom-element-definition", name: declaration.tagName, declaration: reference };
  return {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [
      { kind: "javascript-module", path: module, declarations: [declaration], exports: [{ kind: "js", name: declaration.name, declaration: reference }] },
      { kind: "javascript-module", path: "bundler/checked-article.js", exports: [definition] },
      { kind: "javascript-module", path: "checked-article.js", exports: [definition] },
    ],
  };
}
