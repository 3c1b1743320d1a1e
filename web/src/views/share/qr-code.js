// A link as a QR code, made in the page; always dark on white, as readers expect it.
import { html } from "../../../vendor/htm-preact.js";
import { useMemo } from "../../../vendor/preact-hooks.js";
import { encode } from "../../../vendor/uqr.js";
import { texts } from "../../texts.js";

/** Phones read a code of this many characters from a screen; denser ones rarely. */
export const LONGEST_CODE = 1000;

/** White around the code, in modules: what the standard asks for (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/**
 * The dark modules of a code as the outline of an SVG path: one stroke for each run of a row.
 * @param {boolean[][]} modules rows of columns, true is dark
 * @returns {string}
 */
export function qrPath(modules) {
  let path = "";
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x + 1 - from}v1H${from}z`;
    }
  });
  return path;
}

/** @param {{link: string}} props */
export function QrCode({ link }) {
  const code = useMemo(
    () => (link.length > LONGEST_CODE ? null : encode(link, { ecc: "L", border: QUIET_ZONE })),
    [link],
  );
  if (!code) return html`<p class="share-note" data-testid="share-qr-long">${texts.share.qrLong}</p>`;
  return html`<svg
    class="qr"
    role="img"
    aria-label=${texts.share.qrLabel}
    viewBox=${`0 0 ${code.size} ${code.size}`}
    shape-rendering="crispEdges"
    data-testid="share-qr"
  >
    <rect class="qr-light" width=${code.size} height=${code.size} />
    <path class="qr-dark" d=${qrPath(code.data)} />
  </svg>`;
}
