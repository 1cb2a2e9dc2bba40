/**
 * Bundles what Trunk does not build: the loader, the runtime with wasm-bindgen's glue inside, and the style sheet.
 *
 * Trunk calls it after the build (Trunk.toml) with the folder that is going to be `dist` in TRUNK_STAGING_DIR.
 */
import { build } from "esbuild";
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
/** A module's script; in a release the names that it shares with the module are shortened in both. */
async function script(name) {
  const entry = scripts[name];
  const from = { entryPoints: [join(root, entry)], outfile: join(out, basename(entry)), plugins: [glueOf(name)] };
  const { mangleCache } = await build({ ...common, ...from, ...(minify && { mangleProps: /^(__wb|wasm_bindgen_)/, mangleCache: {} }) });
  const wasm = join(out, `${name}_bg.wasm`);
  if (minify) await writeFile(wasm, renamed(await readFile(wasm), mangleCache, shortImports));
}

await Promise.all([
  build({ ...common, entryPoints: [join(root, "www/element/define.js")], outfile: join(out, "checked-article.js") }),
  build({ ...common, entryPoints: [join(root, "www/page/page.js")], outfile: join(out, "page.js"), loader: { ".css": "text" } }),
  ...Object.keys(scripts).map(script),
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
