// The batch of a phase of slow motion as the two grids of images show it.
import { verdictsOf } from "./phase-frame.js";

/** @typedef {import("../protocol.js").Phase} Phase */
/** @typedef {import("../protocol.js").Grid} Grid */
/** @typedef {import("../gallery.js").Shown} Shown */

/** What an update changed is seen at the images that are always shown. */
const AFTER = "update";

/**
 * The images that a turn works with; null where the usual ones are to be seen.
 * @param {Phase|null} phase
 * @param {number} boundary of the loss
 * @returns {{real: Shown|null, fake: Shown|null}|null}
 */
export function batchOf(phase, boundary) {
  if (!phase?.fakeImages || phase.name === AFTER) return null;
  const verdicts = (/** @type {Float32Array|undefined} */ raw) => (raw ? verdictsOf(raw, boundary) : null);
  const gradients = phase.pixelGradients ? gradientImages(phase.pixelGradients) : null;
  return {
    real: phase.realImages
      ? { images: phase.realImages, verdicts: verdicts(phase.dReal), labels: phase.realLabels ?? null }
      : null,
    fake: {
      images: gradients ?? phase.fakeImages,
      verdicts: gradients ? null : verdicts(phase.dFake),
      labels: phase.fakeLabels ?? null,
    },
  };
}

/** No change is the middle. */
const MIDDLE = 127.5;

/**
 * Where each pixel should go so that G's loss falls: brighter than grey is up, darker is down, by
 * the largest of each image.
 * @param {Grid} gradients (n, channels, height, width)
 * @returns {Grid} (n, height, width, channels) 0..255
 */
export function gradientImages({ data, shape: [count, channels, height, width] }) {
  const [plane, size] = [height * width, channels * height * width];
  const images = new Uint8Array(count * size);
  for (let n = 0; n < count; n += 1) {
    const own = Array.from(data.subarray(n * size, (n + 1) * size));
    const most = own.reduce((found, value) => Math.max(found, Math.abs(value)), 0) || 1;
    for (let at = 0; at < size; at += 1) {
      const [channel, pixel] = [Math.floor(at / plane), at % plane];
      images[n * size + pixel * channels + channel] = Math.round(MIDDLE * (1 - own[at] / most));
    }
  }
  return { data: images, shape: [count, height, width, channels] };
}
