// The card of the guided tour: what to see here, what one expects, what to do, and what happened.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";
import { STOPS } from "../../tour-stops.js";
import { Icon } from "../icons.js";
import { controlIn } from "./targets.js";

const words = texts.tour;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../tour.js").Tour} Tour */
/** @typedef {import("../../tour-stops.js").Stop} StopSpec */

/**
 * @typedef {object} StopWords
 * @property {string} title
 * @property {string} text
 * @property {string} [task]
 * @property {string} after what to say when it was done
 * @property {Record<string, string>} [predictions]
 * @property {(covered: number, modes: number) => string} [measured]
 */

/** @param {{store: Store, tour: Tour, target: HTMLElement|null, cardRef: {current: HTMLElement|null}}} props */
export function TourCard({ store, tour, target, cardRef }) {
  const title = useRef(/** @type {HTMLElement|null} */ (null));
  const next = useRef(/** @type {HTMLElement|null} */ (null));
  const stop = /** @type {StopSpec} */ (tour.stop.value);
  const part = tour.part.value;
  const own = /** @type {StopWords} */ (words.stops[stop.id]);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const acting = document.activeElement;
    // who did it with the keyboard goes on with the keyboard
    if (part === "done" && stop.done && acting?.matches(":focus-visible") && !cardRef.current?.contains(acting)) {
      next.current?.focus({ preventScroll: true });
    }
  }, [part]);
  return html`<section class="tour-card" ref=${cardRef} data-testid="tour-card" data-stop=${stop.id} data-part=${part} aria-label=${words.name}>
    <div class="tour-head">
      <span class="label">${words.progress((tour.at.value ?? 0) + 1, STOPS.length)}</span>
      <button
        type="button"
        class="button ghost small square"
        data-testid="tour-leave"
        aria-label=${words.leave}
        data-tip-title=${words.leave}
        onClick=${() => tour.leave()}
      >
        <${Icon} name="close" />
      </button>
    </div>
    <h2 ref=${title} tabindex="-1">${own.title}</h2>
    <p>${own.text}</p>
    <div aria-live="polite">
      ${part === "predict" && html`<${Question} tour=${tour} answers=${own.predictions ?? {}} />`}
      ${part !== "predict" && tour.prediction.value && html`<p class="tour-expected">${words.expected(own.predictions?.[tour.prediction.value] ?? "")}</p>`}
      ${part === "do" && html`<p class="tour-task"><b>${words.waiting}:</b> ${own.task}</p>`}
      ${part === "done" && html`<p data-testid="tour-after">${own.after} ${measured(store, own)}</p>`}
    </div>
    <div class="tour-actions">
      ${part === "do" && target && html`<${GoThere} target=${target} />`}
      <span class="spacer"></span>
      ${part !== "done" &&
      html`<button type="button" class="button ghost small" data-testid="tour-skip" onClick=${() => tour.next()}>${words.skip}</button>`}
      <button
        type="button"
        class="button small primary"
        ref=${next}
        data-testid="tour-next"
        aria-disabled=${part !== "done"}
        onClick=${() => part === "done" && tour.next()}
      >
        ${tour.isLast.value ? words.finish : words.next}
      </button>
    </div>
  </section>`;
}

/** How the fakes stand just now, where it was measured. @param {Store} store @param {StopWords} own */
function measured(store, own) {
  const covered = store.readout.value.metrics.mode_coverage;
  const modes = store.session.value?.modes?.length;
  return own.measured && modes && covered !== undefined ? own.measured(covered, modes) : "";
}

/** @param {{tour: Tour, answers: Record<string, string>}} props */
function Question({ tour, answers }) {
  return html`<div class="tour-question" role="group" aria-labelledby="tour-question">
    <p id="tour-question"><b>${words.predict}</b></p>
    ${Object.entries(answers).map(
      ([id, answer]) => html`<button
        type="button"
        key=${id}
        class="button tour-answer"
        data-testid=${`tour-prediction-${id}`}
        onClick=${() => tour.predict(id)}
      >
        ${answer}
      </button>`,
    )}
  </div>`;
}

/** A way to the control for who does not point at it. @param {{target: HTMLElement}} props */
function GoThere({ target }) {
  return html`<button
    type="button"
    class="button small"
    data-testid="tour-show"
    onClick=${() => controlIn(target).focus()}
  >
    ${words.show}
  </button>`;
}
