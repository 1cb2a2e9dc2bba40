/**
 * Bundles what Trunk does not build: the loader, the runtime with wasm-bindgen's glue inside, and the style sheet.
 *
 * Trunk calls it after the build (Trunk.toml) with the folder that is going to be `dist` in TRUNK_STAGING_DIR.
 */
import { build } from "esbuild";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { renamed } from "./short-names.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const out = process.env.TRUNK_STAGING_DIR;
const minify = process.env.TRUNK_PROFILE === "release";
const glue = join(out, "reader.js");
const wasm = join(out, "reader_bg.wasm");
/** The name under which the module asks for its imports, before and after. */
const [importsOf, shortImportsOf] = ["./reader_bg.js", "_"];

/** Takes the glue of the module that was just built, and puts the guard on its exports. */
const guardedGlue = {
  name: "guarded glue",
  setup(bundler) {
    bundler.onResolve({ filter: /^reader-glue$/ }, () => ({ path: glue }));
    bundler.onLoad({ filter: /reader\.js$/ }, async ({ path }) => {
      if (path !== glue) return;
      const code = await readFile(path, "utf8");
      const taken = /\bwasm = instance\.exports;/g;
      if (code.match(taken)?.length !== 1) throw new Error("wasm-bindgen's glue takes its exports in another way: look at the guard");
      const guard = `import { guarded } from ${JSON.stringify(join(root, "www/runtime/guard.js"))};\n`;
      const guardedCode = code.replace(taken, "wasm = guarded(instance.exports);");
      return { contents: guard + (minify ? guardedCode.replace(`"${importsOf}"`, `"${shortImportsOf}"`) : guardedCode), loader: "js" };
    });
  },
};

// The order of the sheets is kept in one place, where the crate joins them for pages without the element.
const sheets = [...(await readFile(join(root, "src/widget/mod.rs"), "utf8")).matchAll(/include_str!\("(.+\.css)"\)/g)];
const common = { bundle: true, format: "esm", target: "es2022", minify, logLevel: "warning", legalComments: "none" };
/** The runtime; in a release the names that it shares with the module are shortened in both. */
async function runtime() {
  const entry = { entryPoints: [join(root, "www/runtime/runtime.js")], outfile: join(out, "runtime.js"), plugins: [guardedGlue] };
  const { mangleCache } = await build({ ...common, ...entry, ...(minify && { mangleProps: /^__wb/, mangleCache: {} }) });
  if (minify) await writeFile(wasm, renamed(await readFile(wasm), mangleCache, shortImportsOf));
}

await Promise.all([
  build({ ...common, entryPoints: [join(root, "www/element/define.js")], outfile: join(out, "checked-article.js") }),
  runtime(),
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
await rm(glue);
