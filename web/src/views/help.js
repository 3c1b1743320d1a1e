// The help sheet: what the colours mean, and the keys.
import { html } from "../../vendor/htm-preact.js";
import { LAYERS } from "../layers/index.js";
import { SHORTCUTS, isOffered, printedKey } from "../shortcuts.js";
import { texts } from "../texts.js";
import { Icon } from "./icons.js";
import { layerWords } from "./layer-words.js";
import { Swatch } from "./legend.js";
import { Modal } from "./modal.js";
import { TourStart } from "./tour/tour-start.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../shortcuts.js").GroupId} GroupId */
/** @typedef {import("../shortcuts.js").Shortcut} Shortcut */

/** @param {{store: Store}} props */
export function HelpSheet({ store }) {
  const words = texts.help;
  const close = () => (store.helpOpen.value = false);
  return html`<${Modal} open=${store.helpOpen.value} close=${close} titleId="help-title" testid="help-sheet">
    <div class="sheet-body">
      <div class="sheet-head">
        <h2 id="help-title">${words.title}</h2>
        <button type="button" class="button ghost square" aria-label=${words.close} onClick=${close}>
          <${Icon} name="close" />
        </button>
      </div>
      <p>${words.intro}</p>
      <${TourStart} store=${store} />
      <${Things} colourBlind=${store.colourBlind.value} />
      <p>${words.good}</p>
      <${Keys} store=${store} />
    </div>
  <//>`;
}

/** What each layer of the picture shows. @param {{colourBlind: boolean}} props */
function Things({ colourBlind }) {
  return html`<dl class="things">
    ${LAYERS.map(
      (layer) => html`<div key=${layer.id}>
        <dt><${Swatch} layer=${layer} colourBlind=${colourBlind} />${capital(layerWords(layer).label)}</dt>
        <dd>${capital(layerWords(layer).help)}</dd>
      </div>`,
    )}
  </dl>`;
}

/** Every key of the table, by what it is about. @param {{store: Store}} props */
function Keys({ store }) {
  const words = texts.keys;
  const offered = SHORTCUTS.filter((shortcut) => isOffered(shortcut, store));
  const groups = /** @type {GroupId[]} */ (Object.keys(words.groups));
  return html`<div class="keys" data-testid="keys">
    <h3>${words.title}</h3>
    ${groups
      .map((group) => ({ group, listed: offered.filter((shortcut) => shortcut.group === group) }))
      .filter(({ listed }) => listed.length > 0)
      .map(
        ({ group, listed }) => html`<section key=${group} aria-labelledby=${`keys-${group}`}>
          <h4 id=${`keys-${group}`}>${words.groups[group]}</h4>
          <dl>${listed.map((shortcut) => html`<${Key} key=${shortcut.id} shortcut=${shortcut} />`)}</dl>
        </section>`,
      )}
    <p>${words.note}</p>
  </div>`;
}

/** @param {{shortcut: Shortcut}} props */
function Key({ shortcut: { id, keys, range } }) {
  const shown = range ? [keys[0], ...keys.slice(1).slice(-1)] : keys;
  return html`<div data-shortcut=${id}>
    <dt>
      ${shown.map(
        (key, index) => html`${index > 0 && html` <span>${range ? texts.keys.to : texts.keys.or}</span> `}<kbd
            key=${key}
            >${printedKey(key)}</kbd
          >`,
      )}
    </dt>
    <dd>${texts.keys.actions[id]}</dd>
  </div>`;
}

/** @param {string} sentence */
const capital = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
