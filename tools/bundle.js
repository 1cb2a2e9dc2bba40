/**
 * Makes the modules small, bundles what Trunk does not build (the loader, the runtime with wasm-bindgen's glue inside, the
 * style sheet), and writes down what the scripts hash to, for pages that check it. All scripts are built twice: as a page
 * takes them, and in the folder `bundler` for sites that bundle.
 *
 * Trunk calls it after the build (Trunk.toml) with the folder that is going to be `dist` in TRUNK_STAGING_DIR.
 */
import { build } from "esbuild";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, parse, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { renumbered } from "./locals.js";
import { ordered } from "./order.js";
import { renamed } from "./short-names.js";
import { withoutUnreached } from "./unreached.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const out = process.env.TRUNK_STAGING_DIR;
const minify = process.env.TRUNK_PROFILE === "release";
/** The modules, and what the script of each is bundled from: the reader's, and those that are fetched when needed. */
const scripts = { reader: "www/runtime/runtime.js" };
for (const name of ["finder", "anchors", "faults"]) scripts[name] = `www/tools/${name}.js`;
/** The other scripts. */
const plain = { page: "www/page/page.js", share: "www/share/share.js", sheet: "www/runtime/sheet.js", place: "www/runtime/reading-place.js" };
/** The two builds: where each goes, and what says where the files are that it fetches. */
const forPages = { to: out, files: "beside.js" };
const forBundlers = { to: join(out, "bundler"), files: "spelled_out.js" };
const builds = [forPages, forBundlers];
/** The name under which a module asks for its imports, in a release. */
const shortImports = "_";

/** Little is inlined: what stands twice compresses, but not to nothing. */
const inlining = ["one-caller-inline=1", "always-inline=4", "flexible-inline=4"].map((limit) => `--${limit.replace("=", "-max-function-size=")}`);
const stripped = ["debug", "producers", "target-features"].map((section) => `--strip-${section}`);
const smaller = ["-Oz", "--converge", "--low-memory-unused", ...inlining, "--skip-pass=local-cse", "--dealign", ...stripped];

/** Makes a module that was just built smaller, and gives what it still imports. */
async function optimized(name, wasm) {
  if (name === "reader") await writeFile(wasm, withoutUnreached(await readFile(wasm)));
  await promisify(execFile)(join(root, "tools/node_modules/.bin/wasm-opt"), [wasm, "-o", wasm, ...smaller]);
  return new Set(WebAssembly.Module.imports(new WebAssembly.Module(await readFile(wasm))).map((imported) => imported.name));
}

/**
 * Takes the glue of a module that was just built: without its own way to start, with the guard on its exports, and of what
 * it hands to the module only what that asks for (`imported`; all where that is not known).
 */
const glueOf = (name, imported) => ({
  name: `glue of ${name}`,
  setup(bundler) {
    const path = join(out, `${name}.js`);
    bundler.onResolve({ filter: new RegExp(`^${name}-glue$`) }, () => ({ path, namespace: "glue" }));
    bundler.onLoad({ filter: /.*/, namespace: "glue" }, async () => {
      const replace = (code, old, by) => {
        if (code.split(old).length !== 2) throw new Error(`wasm-bindgen's glue has changed: look for ${old}`);
        return code.replace(old, by);
      };
      const guard = `import { guarded } from ${JSON.stringify(join(root, "www/runtime/guard.js"))};\n`;
      let code = await readFile(path, "utf8");
      // For browsers without `TextEncoder.encodeInto`, which are older than any that runs the rest.
      code = code.replace(/^if \(!\('encodeInto' in cachedTextEncoder\)\) \{\n[\s\S]*?^\}\n/m, "");
      // The others hold nothing of the page: what goes wrong there is thrown to who asked.
      if (name === "reader") code = guard + replace(code, "wasm = instance.exports;", "wasm = guarded(instance.exports);");
      code = replace(code, "export { initSync, __wbg_init as default };", "export { __wbg_get_imports as imports, __wbg_finalize_init as start };");
      if (imported) {
        code = replace(code, `"./${name}_bg.js"`, `"${shortImports}"`);
        code = code.replace(/^ {8}(\w+): function\([\s\S]*?^ {8}\}.*,\n/gm, (entry, given) => (imported.has(given) ? entry : ""));
      }
      return { contents: code, loader: "js", resolveDir: root };
    });
  },
});

// The order of the sheets is kept in one place, where the crate joins them for pages without the element.
const sheets = [...(await readFile(join(root, "src/widget/mod.rs"), "utf8")).matchAll(/include_str!\("(.+\.css)"\)/g)];
const common = { bundle: true, format: "esm", target: "es2022", minify, logLevel: "warning", legalComments: "none" };

/** Lets one of the builds find its files. A script that is imported when needed is no part of it, and lies beside it. */
const found = ({ files }) => ({
  name: `found by ${files}`,
  setup(bundler) {
    bundler.onResolve({ filter: /\/files\/beside\.js$/ }, () => ({ path: join(root, "www/files", files) }));
    bundler.onResolve({ filter: /\.js$/ }, ({ path, kind }) => {
      if (kind === "dynamic-import") return { path: path.startsWith("..") ? `./${basename(path)}` : path, external: true };
    });
  },
});
/** Stands in a module's script for what the module hashes to, which is known later. */
const hashToCome = "sha256-to-come";

const hash = async (kind, file) => `${kind}-${createHash(kind).update(await readFile(join(out, file))).digest("base64")}`;
const hashes = async (kind, files) => Object.fromEntries(await Promise.all(files.map(async (file) => [file, await hash(kind, file)])));

/** A module's scripts; in a release the names that they share with the module are shortened in all of them. */
async function scriptsOf(name) {
  const entry = scripts[name];
  const wasm = join(out, `${name}_bg.wasm`);
  const imported = minify && (await optimized(name, wasm));
  const mangling = minify && { mangleProps: /^(__wb|wasm_bindgen_)/ };
  const define = { INTEGRITY: JSON.stringify({ [`${name}_bg.wasm`]: hashToCome }) };
  let mangleCache = {};
  const built = [];
  // One after the other: the second shortens as the first did.
  for (const way of builds) {
    const from = { entryPoints: [join(root, entry)], define, plugins: [glueOf(name, imported), found(way)], write: false };
    const result = await build({ ...common, ...from, ...(mangling && { ...mangling, mangleCache }) });
    mangleCache = result.mangleCache;
    built.push([join(way.to, basename(entry)), result.outputFiles[0].text]);
  }
  if (minify) await writeFile(wasm, ordered(renumbered(renamed(await readFile(wasm), mangleCache, shortImports))));
  const integrity = await hash("sha256", `${name}_bg.wasm`);
  await Promise.all(built.map(([file, code]) => writeFile(file, code.replace(hashToCome, integrity))));
}

/** A style sheet that a script adopts, as a string. */
const sheetAsText = {
  name: "sheet as text",
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], minify, write: false });
      return { contents: outputFiles[0].text, loader: "text" };
    });
  },
};

/** The same script for each of the builds. */
const both = (entry, options) =>
  Promise.all(
    builds.map((way) => {
      const plugins = [found(way), ...(options?.plugins ?? [])];
      return build({ ...common, entryPoints: [join(root, entry)], outfile: join(way.to, basename(entry)), ...options, plugins });
    }),
  );

await mkdir(forBundlers.to, { recursive: true });
await Promise.all([
  ...Object.keys(scripts).map(scriptsOf),
  both(plain.sheet),
  both(plain.place),
  both(plain.page, { loader: { ".css": "text" } }),
  both(plain.share, { plugins: [sheetAsText] }),
  build({
    stdin: {
      contents: sheets.map(([, file]) => `@import "./${file}";`).join("\n"),
      resolveDir: join(root, "src/widget"),
      loader: "css",
    },
    bundle: true,
    minify,
    outfile: join(out, "checked-article.css"),
    logLevel: "warning",
  }),
]);
await rm(join(out, "reader.js"));

// For bundlers the element's class is a script of its own, and text is script too.
const classApart = {
  name: "class apart",
  setup: (bundler) => bundler.onResolve({ filter: /^\.\/element\.js$/ }, ({ path }) => ({ path, external: true })),
};
// What the loader fetches, it checks itself.
const [, version] = /^version = "(.+)"$/m.exec(await readFile(join(root, "Cargo.toml"), "utf8"));
const define = { INTEGRITY: JSON.stringify(await hashes("sha256", ["reader_bg.wasm", "checked-article.css"])), VERSION: JSON.stringify(version) };
const entry = (file) => join(root, "www/element", file);
const asScript = async (file, text) => {
  await mkdir(dirname(join(forBundlers.to, file)), { recursive: true });
  await writeFile(join(forBundlers.to, file), `export default ${JSON.stringify(text)};\n`);
};
const folder = async (name) =>
  (await readdir(join(root, "www", name))).map(async (file) => {
    const text = await readFile(join(root, "www", name, file), "utf8");
    // English is in the runtime.
    if (file !== "en.json") await asScript(join(name, `${parse(file).name}.js`), JSON.stringify(JSON.parse(text)));
  });
await Promise.all([
  build({ ...common, entryPoints: [entry("define.js")], outfile: join(out, "checked-article.js"), define, plugins: [found(forPages)] }),
  build({ ...common, entryPoints: [entry("define.js")], outfile: join(forBundlers.to, "checked-article.js"), plugins: [classApart] }),
  build({ ...common, entryPoints: [entry("element.js")], outfile: join(forBundlers.to, "element.js"), define, plugins: [found(forBundlers)] }),
  asScript("styles.js", await readFile(join(out, "checked-article.css"), "utf8")),
  ...(await folder("messages")),
  ...(await folder("scales")),
]);

// The scripts are checked by the browser, where the page says what they hash to.
const toCheck = await hashes("sha384", ["checked-article.js", ...Object.values({ ...scripts, ...plain }).map((entry) => basename(entry))]);
const lines = Object.entries(toCheck).map(([file, hash]) => `    "/checked-article/${file}": "${hash}"`);
await writeFile(join(out, "integrity.json"), JSON.stringify(toCheck, null, 2) + "\n");
await writeFile(
  join(out, "integrity.html"),
  `<script type="importmap">
{
  "integrity": {
${lines.join(",\n")}
  }
}
</script>
<script type="module" src="/checked-article/checked-article.js" integrity="${toCheck["checked-article.js"]}"></script>
`,
);
