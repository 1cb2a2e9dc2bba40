/**
 * Bundles what Trunk does not build: the loader, the runtime with wasm-bindgen's glue inside, and the style sheet; and
 * writes down what the scripts hash to, for pages that check it.
 *
 * Trunk calls it after the build (Trunk.toml) with the folder that is going to be `dist` in TRUNK_STAGING_DIR.
 */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { renamed } from "./short-names.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const out = process.env.TRUNK_STAGING_DIR;
const minify = process.env.TRUNK_PROFILE === "release";
/** The modules, and what the script of each is bundled from: the reader's, and those that are fetched when needed. */
const scripts = { reader: "www/runtime/runtime.js" };
for (const name of ["finder", "anchors", "faults"]) scripts[name] = `www/tools/${name}.js`;
/** The name under which a module asks for its imports, in a release. */
const shortImports = "_";

/** Takes the glue of a module that was just built: without its own way to start, and with the guard on its exports. */
const glueOf = (name) => ({
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
      if (minify) code = replace(code, `"./${name}_bg.js"`, `"${shortImports}"`);
      return { contents: code, loader: "js", resolveDir: root };
    });
  },
});

// The order of the sheets is kept in one place, where the crate joins them for pages without the element.
const sheets = [...(await readFile(join(root, "src/widget/mod.rs"), "utf8")).matchAll(/include_str!\("(.+\.css)"\)/g)];
const common = { bundle: true, format: "esm", target: "es2022", minify, logLevel: "warning", legalComments: "none" };
/** Stands in a module's script for what the module hashes to, which is known later. */
const hashToCome = "sha256-to-come";

const hash = async (kind, file) => `${kind}-${createHash(kind).update(await readFile(join(out, file))).digest("base64")}`;
const hashes = async (kind, files) => Object.fromEntries(await Promise.all(files.map(async (file) => [file, await hash(kind, file)])));

/** A module's script; in a release the names that it shares with the module are shortened in both. */
async function script(name) {
  const entry = scripts[name];
  const outfile = join(out, basename(entry));
  const define = { INTEGRITY: JSON.stringify(hashToCome) };
  const from = { entryPoints: [join(root, entry)], outfile, define, plugins: [glueOf(name)] };
  const { mangleCache } = await build({ ...common, ...from, ...(minify && { mangleProps: /^(__wb|wasm_bindgen_)/, mangleCache: {} }) });
  const wasm = join(out, `${name}_bg.wasm`);
  if (minify) await writeFile(wasm, renamed(await readFile(wasm), mangleCache, shortImports));
  await writeFile(outfile, (await readFile(outfile, "utf8")).replace(hashToCome, await hash("sha256", `${name}_bg.wasm`)));
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

await Promise.all([
  build({ ...common, entryPoints: [join(root, "www/runtime/sheet.js")], outfile: join(out, "sheet.js") }),
  build({ ...common, entryPoints: [join(root, "www/page/page.js")], outfile: join(out, "page.js"), loader: { ".css": "text" } }),
  ...Object.keys(scripts).map(script),
  build({ ...common, entryPoints: [join(root, "www/share/share.js")], outfile: join(out, "share.js"), plugins: [sheetAsText] }),
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

// What the loader fetches, it checks itself.
const integrity = JSON.stringify(await hashes("sha256", ["reader_bg.wasm", "checked-article.css"]));
await build({
  ...common,
  entryPoints: [join(root, "www/element/define.js")],
  outfile: join(out, "checked-article.js"),
  define: { INTEGRITY: integrity },
});

// The scripts are checked by the browser, where the page says what they hash to.
const toCheck = await hashes("sha384", ["checked-article.js", ...Object.values(scripts).map((entry) => basename(entry))]);
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
