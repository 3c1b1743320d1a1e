// Finding samples in the picture: under the pointer, and the next one in a direction.

/** @typedef {import("./scale.js").PlaneScale} PlaneScale */
/** @typedef {"real"|"fake"} Kind */
/** @typedef {{kind: Kind, index: number}} Sample */
/** @typedef {Partial<Record<Kind, Float32Array>>} SamplesByKind x, y of each; the kinds in view */

/**
 * The sample nearest to a place.
 * @param {SamplesByKind} samples
 * @param {PlaneScale} scale
 * @param {number} px
 * @param {number} py
 * @param {number} reach farthest distance, in CSS pixels
 * @returns {Sample|null}
 */
export function nearestSample(samples, scale, px, py, reach) {
  let best = reach * reach;
  let found = null;
  for (const kind of kindsOf(samples)) {
    const points = samples[kind] ?? [];
    for (let index = 0; 2 * index < points.length; index += 1) {
      const dx = scale.x(points[2 * index]) - px;
      const dy = scale.y(points[2 * index + 1]) - py;
      const distance = dx * dx + dy * dy;
      if (distance <= best) {
        best = distance;
        found = { kind, index };
      }
    }
  }
  return found;
}

/**
 * The next sample in a direction: the nearest one ahead, with steps aside counted twice.
 * @param {SamplesByKind} samples
 * @param {PlaneScale} scale
 * @param {Sample} from
 * @param {number} dx −1, 0 or 1, to the right on the screen
 * @param {number} dy −1, 0 or 1, down the screen
 * @returns {Sample} `from` itself when none lies ahead
 */
export function nextSample(samples, scale, from, dx, dy) {
  const own = samples[from.kind] ?? [];
  const x = scale.x(own[2 * from.index]);
  const y = scale.y(own[2 * from.index + 1]);
  let best = Infinity;
  let found = from;
  for (const kind of kindsOf(samples)) {
    const points = samples[kind] ?? [];
    for (let index = 0; 2 * index < points.length; index += 1) {
      const px = scale.x(points[2 * index]);
      const py = scale.y(points[2 * index + 1]);
      const ahead = (px - x) * dx + (py - y) * dy;
      const aside = Math.abs((px - x) * dy - (py - y) * dx);
      // half a pixel at least, or two samples on one place would hold each other for ever
      if (ahead < 0.5 || aside > ahead || !scale.holds(px, py)) continue;
      if (ahead + 2 * aside < best) {
        best = ahead + 2 * aside;
        found = { kind, index };
      }
    }
  }
  return found;
}

/** @param {SamplesByKind} samples @returns {Kind[]} */
function kindsOf(samples) {
  return /** @type {Kind[]} */ (Object.keys(samples));
}
