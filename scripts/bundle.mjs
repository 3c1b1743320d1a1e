// Bundles the page itself into web/bundle (git-ignored): one script, one stylesheet, few requests.
//
// The server hands out the bundle only while it was made from the page's present files, and else the
// files themselves: an edit is seen at the next reload, with no build in between.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const WEB = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "web");
const TARGET = path.join(WEB, "bundle");
// Built aside and renamed at the end, so that a broken build leaves no half of a folder.
const WORK = path.join(WEB, ".bundle");

/** What the bundle is made of; ganlab/api/pages.py compares the stamp of the same, in this order. */
const FILES = ["index.html", "vendor/.stamp"];
const FOLDERS = ["src", "styles"];

/** Fonts stay where they are. */
const fontsOutside = {
  name: "fonts-outside",
  /** @param {import("esbuild").PluginBuild} steps */
  setup(steps) {
    steps.onResolve({ filter: /\.woff2$/ }, ({ path: file, resolveDir }) => ({
      path: path.relative(TARGET, path.resolve(resolveDir, file)).replaceAll("\\", "/"),
      external: true,
    }));
  },
};

/** sha256 of the contents of all inputs, in hexadecimal. */
async function stamp() {
  const hash = createHash("sha256");
  for (const file of FILES) hash.update(await readFile(path.join(WEB, file)));
  for (const folder of FOLDERS) {
    const entries = await readdir(path.join(WEB, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const paths = files.map((file) => path.join(file.parentPath, file.name));
    const inOrder = paths.map((file) => path.relative(WEB, file).replaceAll("\\", "/")).sort();
    for (const file of inOrder) hash.update(await readFile(path.join(WEB, file)));
  }
  return hash.digest("hex");
}

/** The stylesheets that index.html names, as one that imports them in their order. @param {string} html */
function stylesOf(html) {
  const found = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)" \/>/g)];
  return found.map(([, href]) => `@import "./${href}";`).join("\n");
}

/** The page with its bundle in place of its files. @param {string} html */
function withBundle(html) {
  const styles = /( *<link rel="stylesheet" href="[^"]+" \/>\n)+/;
  return html
    .replace(styles, `    <link rel="stylesheet" href="bundle/page.css" />\n`)
    .replace(`src="src/main.js"`, `src="bundle/page.js"`);
}

await rm(WORK, { recursive: true, force: true });
await mkdir(WORK, { recursive: true });
const html = await readFile(path.join(WEB, "index.html"), "utf8");
const made = await stamp(); // before the files are read: one that changes meanwhile makes it stale
const common = /** @type {const} */ ({ bundle: true, minify: true, target: "es2022", outdir: WORK });
await build({
  ...common,
  entryPoints: [
    { in: path.join(WEB, "src/main.js"), out: "page" },
    { in: path.join(WEB, "src/data-worker.js"), out: "data-worker" }, // found beside its page
  ],
  format: "esm",
  splitting: true,
  chunkNames: "chunk-[hash]",
  sourcemap: "linked",
});
await build({
  ...common,
  stdin: { contents: stylesOf(html), resolveDir: WEB, loader: "css", sourcefile: "page.css" },
  entryNames: "page",
  plugins: [fontsOutside],
});
await writeFile(path.join(WORK, "index.html"), withBundle(html));
await writeFile(path.join(WORK, ".stamp"), made);
await rm(TARGET, { recursive: true, force: true });
await rename(WORK, TARGET);
