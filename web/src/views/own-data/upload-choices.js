// What there is to choose about a table (columns, names, scale) and about a picture (threshold, light or dark).
import { html } from "../../../vendor/htm-preact.js";
import { formatPercent } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { Icon } from "../icons.js";
import { Range } from "../range.js";

/** @typedef {import("../../upload.js").Upload} Upload */
/** @typedef {import("../../lib/data/reading.js").TableReading} TableReading */

const words = texts.data.sheet;

/** Steps of the threshold; at the last one only black would count, so it is left out. */
const THRESHOLD_STEPS = 20;

/** @param {{upload: Upload}} props */
export function Choices({ upload }) {
  const reading = upload.reading.value;
  if (reading?.kind === "table") return html`<${TableChoices} upload=${upload} reading=${reading} />`;
  if (reading?.kind === "picture") return html`<${PictureChoices} upload=${upload} />`;
  return null;
}

/** @param {{upload: Upload, reading: TableReading}} props */
function TableChoices({ upload, reading }) {
  const { alike } = upload.choices.value;
  const axes = /** @type {const} */ ([["alike", true], ["apart", false]]);
  return html`<div class="upload-choices">
    <${ColumnSelect} upload=${upload} reading=${reading} axis="x" />
    <${ColumnSelect} upload=${upload} reading=${reading} axis="y" />
    <${Toggle}
      id="upload-named"
      label=${words.named}
      help=${words.namedHelp}
      on=${reading.named}
      change=${(/** @type {boolean} */ named) => upload.choose({ named })}
    />
    <div class="field">
      <span class="label" id="upload-axes">${words.axes}</span>
      <span class="segments" role="group" aria-labelledby="upload-axes">
        ${axes.map(
          ([id, value]) => html`<button
            type="button"
            key=${id}
            class="segment"
            data-testid=${`upload-${id}`}
            data-tip-title=${words[id]}
            data-tip=${words[`${id}Help`]}
            aria-pressed=${alike === value}
            onClick=${() => upload.choose({ alike: value })}
          >
            ${words[id]}
          </button>`,
        )}
      </span>
    </div>
  </div>`;
}

/** @param {{upload: Upload, reading: TableReading, axis: "x"|"y"}} props */
function ColumnSelect({ upload, reading, axis }) {
  return html`<label class="field">
    <span class="label">${words.columns[axis]}</span>
    <span class="select">
      <select
        data-testid=${`upload-${axis}`}
        value=${reading[axis]}
        onChange=${(/** @type {any} */ event) => upload.choose({ [axis]: Number(event.currentTarget.value) })}
      >
        ${reading.columns.map(
          ({ name }, index) => html`<option key=${index} value=${index} selected=${index === reading[axis]}>
            ${words.column(index, name)}
          </option>`,
        )}
      </select>
      <${Icon} name="chevron" />
    </span>
  </label>`;
}

/** @param {{upload: Upload}} props */
function PictureChoices({ upload }) {
  const { threshold, inverted } = upload.choices.value;
  return html`<div class="upload-choices">
    <${Range}
      id="upload-threshold"
      label=${words.threshold}
      help=${words.thresholdHelp}
      position=${Math.round(threshold * THRESHOLD_STEPS)}
      last=${THRESHOLD_STEPS - 1}
      shown=${formatPercent(threshold)}
      change=${(/** @type {number} */ position) => upload.choose({ threshold: position / THRESHOLD_STEPS })}
    />
    <${Toggle}
      id="upload-invert"
      label=${words.inverted}
      help=${words.invertedHelp}
      on=${inverted}
      change=${(/** @type {boolean} */ on) => upload.choose({ inverted: on })}
    />
  </div>`;
}

/** @param {{id: string, label: string, help: string, on: boolean, change: (on: boolean) => void}} props */
function Toggle({ id, label, help, on, change }) {
  return html`<label class="toggle" data-tip-title=${label} data-tip=${help}>
    <span class="switch">
      <input
        type="checkbox"
        role="switch"
        data-testid=${id}
        checked=${on}
        onChange=${(/** @type {any} */ event) => change(event.currentTarget.checked)}
      />
      <span class="switch-track" aria-hidden="true"></span>
    </span>
    <span>${label}</span>
  </label>`;
}
