/**
 * Builds the example pages of other frameworks: drawn on a server, which is this script, and hydrated in the browser.
 *
 * Each folder of www/frameworks with a `server` and a `client` becomes two pages: `index.html` defines the element before
 * the framework hydrates, `late.html` after it. Trunk calls this after tools/bundle.js.
 */
import { build } from "esbuild";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile } from "svelte/compiler";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const from = join(root, "www/frameworks");
const out = join(process.env.TRUNK_STAGING_DIR, "frameworks");

/** Svelte's components, for one side or the other. */
const svelte = (generate) => ({
  name: "svelte",
  setup: (bundler) =>
    bundler.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, "utf8"), { filename: path, generate });
      return { contents: js.code, loader: "js" };
    }),
});

const common = {
  bundle: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  nodePaths: [join(root, "tools/node_modules")],
  define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true" },
  logLevel: "warning",
  legalComments: "none",
};

const client = '<script type="module" src="client.js"></script>';
const element = '<script type="module" src="../../checked-article.js"></script>';

async function page(name, entry) {
  const scratch = await mkdtemp(join(tmpdir(), "frameworks-"));
  const server = join(scratch, "server.mjs");
  const side = (file, options) => build({ ...common, entryPoints: [join(from, name, file)], ...options });
  try {
    await side(entry("server"), { platform: "node", outfile: server, plugins: [svelte("server")], banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' } });
    const { html } = await import(pathToFileURL(server));
    await mkdir(join(out, name), { recursive: true });
    await side(entry("client"), { outfile: join(out, name, "client.js"), minify: true, plugins: [svelte("client")], conditions: ["browser", "svelte"] });
    const frame = await readFile(join(from, "page.html"), "utf8");
    const framed = (late) => frame.replace("<!--scripts-->", late ? client + element : element + client).replace("<!--app-->", () => html);
    // A framework that owns the whole document draws its frame too.
    const drawn = typeof html === "function" ? html : framed;
    await writeFile(join(out, name, "index.html"), drawn(false));
    await writeFile(join(out, name, "late.html"), drawn(true));
  } finally {
    await rm(scratch, { recursive: true });
  }
}

await mkdir(out, { recursive: true });
await cp(join(from, "page.css"), join(out, "page.css"));
for (const folder of await readdir(from, { withFileTypes: true })) {
  if (!folder.isDirectory()) continue;
  const files = await readdir(join(from, folder.name));
  const named = (part) => files.find((file) => file.startsWith(`${part}.`));
  if (named("server") && named("client")) await page(folder.name, named);
}
