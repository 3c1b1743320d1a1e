// Bundles the browser libraries of package.json into web/vendor (git-ignored), one module each.
//
// The page's own modules are served as they are written; only these libraries are bundled, once.
// There is no import map, which a strict Content-Security-Policy refuses: the page imports
// "../vendor/NAME.js", and tsc finds the types through NAME.d.ts beside it.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const PACKAGES = path.join(ROOT, "node_modules");
const TARGET = path.join(ROOT, "web", "vendor");
// Built aside and renamed at the end, so that a broken build leaves no half of a folder.
const WORK = path.join(PACKAGES, ".vendor");

/** What the stamp depends on; scripts/bootstrap/frontend.py compares it before every start. */
const STAMP_INPUTS = ["package-lock.json", "scripts/vendor.mjs"];

/** Module in web/vendor → package, and what of it is passed on. */
const MODULES = {
  "preact": { from: "preact", names: "*" },
  "preact-hooks": { from: "preact/hooks", names: "*" },
  "signals": { from: "@preact/signals", names: "*" },
  "htm-preact": { from: "htm/preact", names: "*" },
  "uplot": { from: "uplot", names: "{ default }" },
  "katex": { from: "katex", names: "{ default }" },
  "uqr": { from: "uqr", names: "{ encode }" },
  "papaparse": { from: "papaparse", names: "{ default }" },
  "image-size-png": { from: "image-size/types/png", names: "{ PNG }" },
  "image-size-jpg": { from: "image-size/types/jpg", names: "{ JPG }" },
  "fflate": { from: "fflate", names: "{ deflateSync, inflateSync }" },
  "gifenc": { from: "gifenc/dist/gifenc.esm.js", names: "{ GIFEncoder, applyPalette, quantize }" },
  "mediabunny": { from: "mediabunny", names: "{ BufferTarget, CanvasSource, Output, QUALITY_HIGH, WebMOutputFormat, canEncodeVideo }" },
};

const STYLES = {
  "uplot": "uplot/dist/uPlot.min.css",
  "katex": "katex/dist/katex.css",
};

/** Latin alone, one variable weight axis: 47 KB for every weight the page uses. */
const FONTS = ["@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"];

/** Every browser since 2020 reads woff2: KaTeX's older formats are left out of its stylesheet. */
const woff2Only = {
  name: "woff2-only",
  /** @param {import("esbuild").PluginBuild} steps */
  setup(steps) {
    steps.onLoad({ filter: /katex\.css$/ }, async ({ path: file }) => {
      const css = await readFile(file, "utf8");
      const contents = css.replace(/,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\(["'][a-z]+["']\)/g, "");
      return { contents, loader: "css" };
    });
  },
};

/** @type {import("esbuild").BuildOptions & {metafile: true}} */
const COMMON = { bundle: true, minify: true, legalComments: "none", target: "es2022", metafile: true, outdir: WORK };

/** Bundles MODULES; code that several need (preact) goes into shared chunks, so that it exists once. */
async function bundleModules() {
  const entries = path.join(PACKAGES, ".vendor-entries");
  await rm(entries, { recursive: true, force: true });
  await mkdir(entries, { recursive: true });
  for (const [name, { from, names }] of Object.entries(MODULES)) {
    const text = `export ${names} from "${from}";\n`;
    await writeFile(path.join(entries, `${name}.js`), text);
    await writeFile(path.join(WORK, `${name}.d.ts`), text);
  }
  const entryPoints = Object.keys(MODULES).map((name) => path.join(entries, `${name}.js`));
  return build({ ...COMMON, entryPoints, format: "esm", splitting: true, chunkNames: "chunk-[hash]" });
}

async function bundleStyles() {
  const entryPoints = Object.entries(STYLES).map(([out, file]) => ({ in: path.join(PACKAGES, file), out }));
  const loader = /** @type {const} */ ({ ".woff2": "file" });
  return build({ ...COMMON, entryPoints, loader, assetNames: "fonts/[name]", plugins: [woff2Only] });
}

async function copyFonts() {
  await mkdir(path.join(WORK, "fonts"), { recursive: true });
  for (const file of FONTS) await copyFile(path.join(PACKAGES, file), path.join(WORK, "fonts", path.basename(file)));
}

/**
 * Name, version and licence text of every package that ended up in web/vendor.
 * @param {string[]} inputs files that were bundled, relative to the checkout
 */
async function licences(inputs) {
  const packageOf = /node_modules\/((?:@[^/]+\/)?[^/.][^/]*)/;
  const names = new Set(inputs.map((file) => packageOf.exec(file)?.[1]).filter((name) => name !== undefined));
  const parts = [];
  for (const name of [...names].sort()) {
    const folder = path.join(PACKAGES, name);
    const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? await readFile(path.join(folder, file), "utf8") : "";
    parts.push(`==== ${name} ${version} (${license}) ====\n${text}`);
  }
  return parts.join("\n");
}

/** sha256 of the inputs, in hexadecimal. */
async function stamp() {
  const hash = createHash("sha256");
  for (const file of STAMP_INPUTS) hash.update(await readFile(path.join(ROOT, file)));
  return hash.digest("hex");
}

await rm(WORK, { recursive: true, force: true });
await mkdir(WORK, { recursive: true });
const [modules, styles] = [await bundleModules(), await bundleStyles()];
await copyFonts();
const inputs = [...Object.keys(modules.metafile.inputs), ...Object.keys(styles.metafile.inputs)];
const fontInputs = FONTS.map((file) => `node_modules/${file}`);
await writeFile(path.join(WORK, "LICENSES.txt"), await licences([...inputs, ...fontInputs]));
await writeFile(path.join(WORK, ".stamp"), await stamp());
await rm(TARGET, { recursive: true, force: true });
await rename(WORK, TARGET);
