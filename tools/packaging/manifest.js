/**
 * The custom-elements manifest (https://github.com/webcomponents/custom-elements-manifest), from the README's tables,
 * which a test holds true to the code.
 */

/** The rows under one heading of the README, a list of cells each. */
function rows(readme, heading) {
  const [, section] = readme.split(`# ${heading}\n`);
  if (!section) throw new Error(`the README has no heading ${heading}`);
  const lines = section.split("\n");
  const end = lines.findIndex((line) => line.startsWith("#"));
  const plain = (cell) => cell.trim().replaceAll("`", "");
  return lines
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map(plain));
}

/** The manifest of the package whose README is `readme`. */
export function manifest(readme) {
  const table = (heading, entry) => rows(readme, heading).map(entry);
  const named = ([name, description]) => ({ name, description });
  const declaration = {
    kind: "class",
    customElement: true,
    name: "CheckedArticleElement",
    tagName: "checked-article",
    superclass: { name: "HTMLElement" },
    description: "A news article whose quotations open as cards and whose claims carry a fact check.",
    attributes: table("Attributes", named),
    members: [
      ...table("Properties", ([name, description]) => ({ kind: "field", name, description })),
      ...table("Methods", ([call, description]) => ({ kind: "method", name: call.split("(")[0], description })),
    ],
    events: table("Events", ([name, detail, description]) => ({ name, type: { text: "CustomEvent" }, description: `${description} Detail: ${detail}` })),
    cssStates: table("States", named),
    cssParts: table("Parts", named),
    cssProperties: table("Custom properties", ([name, initial, description]) => ({ name, default: initial, description })),
    slots: [{ name: "", description: "What stands until the article is drawn, and whenever it cannot be." }],
  };
  const module = (path, ...exports) => ({ kind: "javascript-module", path, declarations: path === "element.js" ? [declaration] : [], exports });
  return {
    schemaVersion: "2.1.0",
    modules: [
      module("element.js", { kind: "js", name: declaration.name, declaration: { name: declaration.name, module: "element.js" } }),
      module("checked-article.js", { kind: "custom-element-definition", name: declaration.tagName, declaration: { name: declaration.name, module: "element.js" } }),
    ],
  };
}
