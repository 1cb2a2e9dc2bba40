/**
 * The licences of the crates that are compiled into the modules, each text once with those that it covers. They ask for
 * being passed on with what was made of them.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const FEATURES = ["--no-default-features", "--features", "element,module-finder,module-anchors,module-faults"];

/** What cargo says in the folder `root`. */
const cargo = (root, ...words) => execFileSync("cargo", [...words, "--offline", "--locked"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });

/** The texts, for the crate in the folder `root`. */
export function licences(root) {
  const shipped = ["--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro"];
  const tree = cargo(root, "tree", ...FEATURES, ...shipped, "--prefix", "none", "--format", "{p}");
  const used = new Set(tree.split("\n").map((line) => line.replace(/ v([^ ]+).*/, " $1")));
  const { packages } = JSON.parse(cargo(root, "metadata", ...FEATURES, "--format-version", "1"));
  const covered = new Map();
  // What has no source is this crate, or another of the workspace.
  for (const { name, version, license, manifest_path, source } of packages) {
    if (!source || !used.has(`${name} ${version}`)) continue;
    const folder = dirname(manifest_path);
    const all = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|unlicense)/i.test(file));
    // Where one may choose, the shorter.
    const chosen = all.filter((file) => /mit/i.test(file) && /\bMIT\b/.test(license));
    const texts = (chosen.length ? chosen : all).map((file) => readFileSync(join(folder, file), "utf8").trim());
    for (const text of texts.length ? texts : ["(The crate has no licence file; its manifest names the licence.)"]) {
      covered.set(text, [...(covered.get(text) ?? []), `${name} ${version} (${license})`]);
    }
  }
  const line = "-".repeat(80);
  const sections = [...covered].map(([text, crates]) => `${line}\n${crates.join("\n")}\n${line}\n\n${text}\n`);
  return `The WebAssembly modules hold code of these crates, beside the Rust standard library (MIT OR Apache-2.0).\n\n${sections.join("\n")}`;
}
