/**
 * The folder for a CDN: the scripts for bundlers, each file under a name with its hash in it, so that it never changes and
 * may be kept for ever; and the loader under its version. What a file fetches, it knows by that name.
 */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join, parse, posix } from "node:path";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };
const FOREVER = "public, max-age=31536000, immutable";
/** Long enough to spare a request, short enough for a mended version to arrive. */
const AN_HOUR = "public, max-age=3600";
/** How a script names what it fetches. */
const FETCHED = /(?<=import\(|new URL\()"(\.{1,2}\/[^"]+)"/g;

const integrityOf = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** Versions that may take each other's place: 0.3 of 0.3.1, and 2 of 2.3.1. */
const compatible = (version) => (/^0\.\d+|^\d+/.exec(version))[0];

/**
 * Writes the folder `to` from the built site `dist`. `base` is where the folder is going to be served, in the lines to
 * paste.
 */
export async function writeCdn(dist, to, version, base) {
  const files = {};
  const write = async (path, bytes, cacheControl) => {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), bytes);
    files[path] = { integrity: integrityOf(bytes), bytes: Buffer.byteLength(bytes), type: TYPES[extname(path)], cacheControl };
  };

  /** The names with the hash, by the path in `dist`; what a script fetches is named before it. */
  const names = new Map();
  const named = (path) => {
    if (!names.has(path)) names.set(path, place(path));
    return names.get(path);
  };
  async function place(path) {
    let bytes = await readFile(join(dist, path));
    if (extname(path) === ".js") bytes = await renamed(bytes.toString(), posix.dirname(path), "./");
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    const { name, ext } = parse(path);
    await write(`files/${name}.${hash}${ext}`, bytes, FOREVER);
    return `${name}.${hash}${ext}`;
  }
  /** `code` from the folder `folder` of `dist`, with the new names of what it fetches, which lies in `where`. */
  async function renamed(code, folder, where) {
    const fetched = new Set([...code.matchAll(FETCHED)].map(([, path]) => path));
    const found = new Map();
    for (const path of fetched) found.set(path, where + (await named(posix.join(folder, path))));
    return code.replace(FETCHED, (_, path) => JSON.stringify(found.get(path)));
  }

  const apart = { name: "apart", setup: (bundler) => bundler.onResolve({ filter: /./ }, ({ path, kind }) => (kind === "dynamic-import" ? { path, external: true } : undefined)) };
  const { outputFiles } = await build({ entryPoints: [join(dist, "bundler/checked-article.js")], bundle: true, format: "esm", target: "es2022", minify: true, write: false, plugins: [apart] });
  const loader = await renamed(outputFiles[0].text, "bundler", "../files/");
  const exact = `v${version}/checked-article.js`;
  await write(exact, loader, FOREVER);
  await write(`v${compatible(version)}/checked-article.js`, loader, AN_HOUR);

  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const manifest = { version, loader: exact, files: sorted };
  await writeFile(join(to, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
  const scripts = Object.entries(sorted).filter(([path]) => path.startsWith("files/") && path.endsWith(".js"));
  const importMap = { integrity: Object.fromEntries(scripts.map(([path, { integrity }]) => [`${base}/${path}`, integrity])) };
  await writeFile(
    join(to, "tag.html"),
    `<script type="importmap">
${JSON.stringify(importMap, null, 2)}
</script>
<script type="module" src="${base}/${exact}" integrity="${files[exact].integrity}" crossorigin></script>
`,
  );
}
