/** What is in the packed tarball, as a project has it that installed it. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "../..");
const site = join(root, "target/package-site");
const project = join(site, "project");
const tools = createRequire(join(root, "tools/packaging/package.json"));
const read = (...path) => readFileSync(join(...path), "utf8");
const installed = (...path) => join(project, "node_modules/checked-article", ...path);
const manifest = JSON.parse(read(installed("package.json")));
const elements = JSON.parse(read(installed("custom-elements.json")));
const [{ declarations: [element] }] = elements.modules;

/** Every file named in a value, be it in a list or under conditions. */
const filesIn = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(filesIn));

const typeCheck = (folder) => {
  try {
    execFileSync(join(site, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
  } catch ({ stdout }) {
    assert.fail(stdout);
  }
};

test("it has the crate's name and version", () => {
  const crate = read(root, "Cargo.toml").match(/^\[package\]\nname = "(.+)"\nversion = "(.+)"$/m);
  assert.deepEqual([manifest.name, manifest.version], crate.slice(1));
  assert.ok(read(root, "CHANGELOG.md").includes(manifest.version), "the changelog knows the version");
});

test("everything that the manifest names is there, with licences and a README", () => {
  const named = [...filesIn(manifest.exports), ...manifest.sideEffects, manifest.customElements, manifest.types];
  for (const file of [...named, "README.md", "CHANGELOG.md", "LICENSE", "LICENSE-MIT", "LICENSE-APACHE", "LICENSE-THIRD-PARTY"]) assert.ok(existsSync(installed(file)), file);
  for (const crate of ["yew", "wasm-bindgen", "talc"]) assert.match(read(installed("LICENSE-THIRD-PARTY")), new RegExp(`^${crate} \\d`, "m"));
  assert.equal(manifest.dependencies, undefined);
});

test("it may be published with provenance: it names the repository that it was made for", () => {
  assert.equal(manifest.publishConfig.provenance, true);
  assert.deepEqual(manifest.repository, { type: "git", url: "git+https://example.org/desk/checked-article.git" });
});

test("nothing of the demo is in it", () => {
  const all = readdirSync(installed(), { recursive: true }).map(String);
  assert.deepEqual(all.filter((file) => /\.(html|png|webp|woff2|map|svg)$/.test(file)), ["integrity.html"]);
  assert.ok(!all.some((file) => /seed|summit|gallery|frameworks|fonts|demo/.test(file)), String(all));
});

test("a bundler finds every language, scale and module that a page finds", () => {
  const scripts = readdirSync(installed("bundler")).filter((file) => file.endsWith(".js"));
  const code = scripts.map((file) => read(installed("bundler", file))).join("\n");
  const english = (file) => file === "en.json"; // In the runtime.
  const texts = ["messages", "scales"].flatMap((folder) => readdirSync(installed(folder)).filter((file) => !english(file)).map((file) => [folder, file]));
  assert.ok(texts.length > 7);
  for (const [folder, file] of texts) {
    const script = `${folder}/${file.replace(".json", ".js")}`;
    assert.ok(code.includes(`import("./${script}")`), script);
    assert.equal(JSON.stringify(JSON.parse(read(installed(folder, file)))), read(installed("bundler", script)).replace(/^export default (.*);\n$/s, (_, text) => JSON.parse(text)), script);
  }
  for (const module of readdirSync(installed()).filter((file) => file.endsWith(".wasm"))) assert.ok(code.includes(`new URL("../${module}",`), module);
});

test("Vite's development server serves every module's wasm to the scripts that it bundles anew", async () => {
  const { createServer } = await import(pathToFileURL(join(site, "node_modules/vite/dist/node/index.js")));
  const server = await createServer({ root: project, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
  try {
    await server.listen();
    const { port } = server.httpServer.address();
    const fetched = (path) => fetch(new URL(path, `http://127.0.0.1:${port}/`));
    const seen = new Map();
    const wanted = ["/main.js"];
    while (wanted.length) {
      const path = wanted.pop();
      if (seen.has(path)) continue;
      const code = await (await fetched(path)).text();
      seen.set(path, code);
      for (const [, next] of code.matchAll(/(?:from|import)\s*\(?\s*"([./][^"]+)"/g)) wanted.push(new URL(next, `http://127.0.0.1:${port}${path}`).pathname);
    }
    const served = new Set();
    for (const [path, code] of seen) {
      for (const [, wasm] of code.matchAll(/new URL\("([^"]+\.wasm)"/g)) {
        const answer = await fetched(new URL(wasm, `http://127.0.0.1:${port}${path}`));
        assert.equal(answer.headers.get("content-type"), "application/wasm", wasm);
        const name = wasm.split("/").pop();
        assert.deepEqual(Buffer.from(await answer.arrayBuffer()), readFileSync(installed(name)), name);
        served.add(name);
      }
    }
    assert.deepEqual([...served].sort(), readdirSync(installed()).filter((file) => file.endsWith(".wasm")).sort());
  } finally {
    await server.close();
  }
});

test("on a server the tag and the class can be imported, and do nothing", async () => {
  const script = `import "checked-article"; import { CheckedArticleElement } from "checked-article/element"; import "checked-article/relative"; console.log(typeof CheckedArticleElement)`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: project, encoding: "utf8" });
  assert.equal(said.trim(), "function");
});

test("the class defines no tag, and the definition does", async () => {
  const defined = [];
  globalThis.HTMLElement = class {};
  globalThis.customElements = { get: () => undefined, define: (tag, made) => defined.push([tag, made]) };
  const { CheckedArticleElement } = await import(pathToFileURL(installed("bundler/element.js")));
  assert.deepEqual(defined, []);
  assert.ok(CheckedArticleElement.prototype instanceof HTMLElement);
  await import(pathToFileURL(installed("bundler/checked-article.js")));
  assert.deepEqual(defined, [["checked-article", CheckedArticleElement]]);
});

// As bundlers resolve a package, and as Node does.
for (const [module, moduleResolution] of [["esnext", "bundler"], ["node16", "node16"], ["nodenext", "nodenext"]]) {
  test(`the types accept what the README says, and refuse what it does not: moduleResolution ${moduleResolution}`, () => {
    const folder = join(project, `types-${moduleResolution}`);
    mkdirSync(folder, { recursive: true });
    const config = { extends: "../types/tsconfig.json", compilerOptions: { module, moduleResolution }, include: ["../types"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    typeCheck(folder);
  });
}

test("the manifest of elements is one, and names what the types name", () => {
  const Ajv = tools("ajv").default;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(tools("custom-elements-manifest/schema.json"));
  assert.ok(validate(elements), JSON.stringify(validate.errors, null, 2));

  const names = (list) => list.map(({ name }) => name);
  const all = (list) => JSON.stringify(Object.fromEntries(names(list).map((name) => [name, true])));
  // A name too few or too many is a type error.
  const ofEvery = names(element.attributes).filter((name) => ["lang", "id", "hidden"].includes(name));
  assert.equal(ofEvery.length, 3);
  const own = element.attributes.filter(({ name }) => !ofEvery.includes(name));
  const checks = `import type { CheckedArticleAttributes, CheckedArticleElement, CheckedArticleError, CheckedArticleEventMap } from "checked-article";
    export const events: Record<keyof CheckedArticleEventMap, true> = ${all(element.events)};
    export const members: Record<Exclude<keyof CheckedArticleElement, keyof HTMLElement>, true> = ${all(element.members)};
    export const attributes: Record<keyof CheckedArticleAttributes, true> = ${all(own)};
    export const codes: Record<CheckedArticleError["code"], true> = ${all(codes())};
  `;
  const folder = join(project, "types-of-manifest");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "names.ts"), checks);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: "../types/tsconfig.json", include: ["names.ts"] }));
  typeCheck(folder);
});

/** The codes of errors, from the README's table. */
function codes() {
  const [, section] = read(root, "README.md").split("## When something fails\n");
  return [...section.split("\n## ")[0].matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => ({ name }));
}

test("for a CDN every file but the loader has its hash in its name, and the manifest what all of them hash to", () => {
  const cdn = join(site, "made/cdn");
  const { version, loader, files } = JSON.parse(read(cdn, "manifest.json"));
  assert.equal(version, manifest.version);
  assert.equal(loader, `v${version}/checked-article.js`);
  const isFile = (path) => /\.\w+$/.test(path) && !/^v[\d.]+$/.test(path);
  const lying = readdirSync(cdn, { recursive: true }).map((path) => String(path).replaceAll("\\", "/")).filter(isFile);
  assert.deepEqual(Object.keys(files).sort(), lying.filter((path) => !["manifest.json", "tag.html"].includes(path)).sort());
  for (const [path, { integrity, bytes, cacheControl }] of Object.entries(files)) {
    const content = readFileSync(join(cdn, path));
    assert.equal(integrity, `sha384-${createHash("sha384").update(content).digest("base64")}`, path);
    assert.equal(bytes, content.length);
    const [, hash] = /\.([0-9a-f]{16})\.(?:js|wasm)$/.exec(path) ?? [];
    if (hash) assert.equal(hash, createHash("sha256").update(content).digest("hex").slice(0, 16), path);
    else assert.equal(dirname(dirname(path)), ".", path);
    assert.equal(cacheControl.includes("immutable"), Boolean(hash) || path === loader, path);
  }
});
