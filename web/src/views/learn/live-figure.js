// A live figure of the article: a small lab with its caption, its buttons, and the one control that matters.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useMemo, useRef } from "../../../vendor/preact-hooks.js";
import { article } from "../../article-texts.js";
import { pictureFacts } from "../../lib/facts.js";
import { Icon, PlayIcon } from "../icons.js";
import { FigureControl } from "./figure-control.js";
import { FigureLab } from "./figure-lab.js";
import { FigurePicture } from "./figure-picture.js";
import { LIVE_FIGURES } from "./figures.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {keyof typeof article.figures} FigureId */

const words = article.figure;

/** Stops training where nobody looks. @param {{current: HTMLElement|null}} box @param {FigureLab} lab */
function usePauseOutOfSight(box, lab) {
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) lab.pause();
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
}

/** @param {{store: Store, id: FigureId}} props */
export function LiveFigure({ store, id }) {
  const figure = LIVE_FIGURES[id];
  const { labs } = store;
  const lab = useMemo(() => labs && new FigureLab(figure, labs, () => store.catalog.peek()), []);
  if (!lab) return null;
  return html`<${FigureFrame} store=${store} id=${id} lab=${lab} />`;
}

/** @param {{store: Store, id: FigureId, lab: FigureLab}} props */
function FigureFrame({ store, id, lab }) {
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  useEffect(() => () => lab.end(), []);
  usePauseOutOfSight(box, lab);
  const { title, caption } = article.figures[id];
  return html`<figure class="figure" ref=${box} data-testid=${`figure-${id}`} data-state=${stateOf(lab)}>
    <div class="figure-plot">
      <${FigurePicture}
        store=${store}
        lab=${lab}
        data=${lab.figure.config.data.id}
        label=${words.picture(title)}
      />
      ${!lab.lab.value && html`<${Invitation} lab=${lab} title=${title} />`}
    </div>
    <figcaption class="figure-side">
      <p class="figure-title">${title}</p>
      <p>${caption}</p>
      <${Buttons} id=${id} lab=${lab} title=${title} />
      <${FigureControl} id=${id} lab=${lab} colourBlind=${store.colourBlind.value} />
      <${Status} lab=${lab} />
    </figcaption>
  </figure>`;
}

/** @param {FigureLab} lab @returns {"idle"|"starting"|"practising"|"playing"|"paused"} */
function stateOf(lab) {
  if (!lab.lab.value) return "idle";
  return lab.busy.value ?? (lab.playing.value ? "playing" : "paused");
}

/** Over the data, until the figure is first pressed; the same button stands beside it. @param {{lab: FigureLab, title: string}} props */
function Invitation({ lab, title }) {
  return html`<div class="invitation">
    <button type="button" class="play" tabindex="-1" aria-label=${`${words.play}: ${title}`} onClick=${() => lab.togglePlay()}>
      <${PlayIcon} playing=${false} />
    </button>
    <p>${words.invite}</p>
  </div>`;
}

/** @param {{id: string, lab: FigureLab, title: string}} props */
function Buttons({ id, lab, title }) {
  const playing = lab.playing.value;
  const busy = lab.busy.value !== null;
  const play = playing ? words.pause : words.play;
  return html`<div class="figure-buttons" role="group" aria-label=${title}>
    <button
      type="button"
      class="button primary"
      data-testid=${`figure-${id}-play`}
      aria-disabled=${busy}
      onClick=${() => lab.togglePlay()}
    >
      <${PlayIcon} playing=${playing} />${play}
    </button>
    <button
      type="button"
      class="button"
      data-testid=${`figure-${id}-step`}
      aria-disabled=${busy}
      onClick=${() => lab.step()}
    >
      ${words.step}
    </button>
    <button
      type="button"
      class="button ghost square"
      data-testid=${`figure-${id}-reset`}
      aria-label=${words.reset}
      data-tip-title=${words.reset}
      aria-disabled=${busy || !lab.lab.value}
      onClick=${() => lab.reset()}
    >
      <${Icon} name="reset" />
    </button>
  </div>`;
}

/** Where the run is, in one line that is always there, so that nothing moves. @param {{lab: FigureLab}} props */
function Status({ lab }) {
  const trouble = lab.trouble.value;
  const busy = lab.busy.value;
  const own = lab.lab.value?.store;
  const { step = 0, metrics = {}, status = "paused" } = own?.readout.value ?? {};
  const frame = own?.frame.peek();
  const { fooled = null } = frame ? pictureFacts(frame) : {};
  const modes = own?.session.value?.modes?.length;
  const parts = [words.steps(step)];
  if (lab.figure.modes && modes && metrics.mode_coverage !== undefined) {
    parts.push(words.modes(metrics.mode_coverage, modes));
  } else if (!lab.figure.modes && fooled !== null) parts.push(words.fooled(fooled));
  const said = trouble ? words[trouble] : busy ? words[busy] : status === "diverged" ? words.diverged : parts.join(" · ");
  return html`<p class="figure-status number" data-testid="figure-status" data-step=${step}>${said}</p>`;
}
