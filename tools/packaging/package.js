/**
 * Makes what is shipped from the built site in `dist`: the npm package and a folder for any CDN. `make package` calls it,
 * and the tests; the folder it writes is its argument.
 */
import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCdn } from "./cdn.js";
import { licences } from "./licences.js";
import { manifest } from "./manifest.js";
import { documentTypes, messageTypes } from "./types.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const dist = join(root, "dist");
const out = resolve(process.argv[2] ?? join(root, "dist-package"));
/** Where the CDN's folder is going to be served. */
const base = (process.env.CDN ?? "/checked-article").replace(/\/$/, "");

const text = (path) => readFile(join(root, path), "utf8");
const json = async (path) => JSON.parse(await text(path));

/** What the crate says of itself: a value of the manifest's section `package`; nothing where it says nothing. */
const ofCrate = async (name) => new RegExp(`^\\[package\\]\\n(?:[^[].*\\n)*?${name} = "(.*)"`, "m").exec(await text("Cargo.toml"))?.[1];

const version = await ofCrate("version");
/** Where the source is, which npm compares with where a release with provenance was built. */
const source = process.env.REPOSITORY ?? (await ofCrate("repository"));
if (source !== undefined && !/^https:\/\/[^\s/]+\/\S+$/.test(source)) throw new Error(`REPOSITORY: expected the https address of a repository, found "${source}"`);
if (source === undefined) console.warn("package: no repository is named, without which npm publishes nothing with provenance: REPOSITORY=https://… make package, or `repository` in Cargo.toml");
const repository = source && { type: "git", url: `git+${source.replace(/\/?(\.git)?$/, "")}.git` };

await rm(out, { recursive: true, force: true });
const [npm, cdn] = [join(out, "npm"), join(out, "cdn")];
await Promise.all([npm, cdn].map((folder) => mkdir(folder, { recursive: true })));

const integrity = await json("dist/integrity.json");
// Every script whose hash is told, the modules, and what they fetch: the demo stays at home.
const modules = ["reader", "finder", "anchors", "faults"].map((name) => `${name}_bg.wasm`);
const built = [...Object.keys(integrity), ...modules, "checked-article.css", "integrity.html", "integrity.json", "messages", "scales", "bundler"];
await Promise.all([
  ...built.map((name) => cp(join(dist, name), join(npm, name), { recursive: true })),
  ...["README.md", "CHANGELOG.md"].map((name) => cp(join(root, name), join(npm, name))),
  ...["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"].flatMap((name) => [npm, cdn].map((folder) => cp(join(root, name), join(folder, name)))),
  cp(join(root, "package"), npm, { recursive: true }),
  cp(join(root, "src/document/schema.json"), join(npm, "schema.json")),
]);

const ofOthers = licences(root);
const { name, ...rest } = await json("package/package.json");
const write = (file, content) => writeFile(join(npm, file), typeof content === "string" ? content : JSON.stringify(content, null, 2) + "\n");
await Promise.all([
  write("package.json", { name, version, ...rest, ...(repository && { repository }) }),
  write("document.d.ts", await documentTypes(await json("src/document/schema.json"))),
  write("messages.d.ts", messageTypes(await json("www/messages/en.json"))),
  write("custom-elements.json", manifest(await text("README.md"))),
  ...[npm, cdn].map((folder) => writeFile(join(folder, "LICENSE-THIRD-PARTY"), ofOthers)),
  writeCdn(dist, cdn, version, base),
]);

execFileSync("npm", ["pack", "--silent", "--pack-destination", out, npm], { stdio: ["ignore", "ignore", "inherit"] });
console.log(`package: ${name} ${version} in ${out}`);
