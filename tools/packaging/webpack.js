/** Bundles the project in the first folder into the second with webpack, as it comes. */
import { resolve } from "node:path";
import webpack from "webpack";

const [context, path] = process.argv.slice(2).map((folder) => resolve(folder));
webpack({ context, mode: "production", entry: "./main.js", output: { path } }, (error, stats) => {
  if (error) throw error;
  if (stats.hasErrors() || stats.hasWarnings()) console.error(stats.toString("errors-warnings"));
  process.exitCode = stats.hasErrors() ? 1 : 0;
});
