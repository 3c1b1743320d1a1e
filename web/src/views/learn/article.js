// The article: its contents beside it, its sections with their figures, experiments and sources.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useState } from "../../../vendor/preact-hooks.js";
import { article } from "../../article-texts.js";
import { Formula } from "../formula.js";
import { CirclesFigure } from "./circles-figure.js";
import { CurvesFigure } from "./curves-figure.js";
import { Experiment, INSERTS } from "./inserts.js";
import { LiveFigure } from "./live-figure.js";
import { goTo, placeId } from "./places.js";
import { Prose } from "./prose.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../texts/en/article/index.js").Block} Block */
/** @typedef {import("./prose.js").Go} Go */

const SECTIONS = Object.entries(article.sections);

/** Figures that train nothing. */
const DRAWINGS = /** @type {Record<string, any>} */ ({ curves: CurvesFigure, circles: CirclesFigure });

/** A section is being read when its heading has come into this upper part of the window. */
const READING_ZONE = "0px 0px -70% 0px";

/** Follows a way inside the article; the address stays that of the page. @type {Go} */
const go = (event, target) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  goTo(target);
};

/** The section that is being read. @returns {string} */
function useReading() {
  const [reading, setReading] = useState(SECTIONS[0][0]);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.filter((entry) => entry.isIntersecting).at(-1);
        if (entered) setReading(entered.target.id.slice(placeId("").length));
      },
      { rootMargin: READING_ZONE },
    );
    for (const [id] of SECTIONS) {
      const heading = document.getElementById(placeId(id));
      if (heading) observer.observe(heading);
    }
    return () => observer.disconnect();
  }, []);
  return reading;
}

/** @param {{store: Store}} props */
export function Article({ store }) {
  const reading = useReading();
  return html`<div class="learn-columns">
    <${Contents} reading=${reading} />
    <article class="article" data-testid="article">
      <h2 class="article-title">${article.title}</h2>
      <p class="article-lead">${article.lead}</p>
      ${SECTIONS.map(
        ([id, { title, blocks }]) => html`<section key=${id} aria-labelledby=${placeId(id)}>
          <h3 id=${placeId(id)} tabindex="-1">${title}</h3>
          ${blocks.map((block, index) => html`<${BlockView} key=${index} store=${store} block=${block} />`)}
        </section>`,
      )}
    </article>
  </div>`;
}

/** @param {{reading: string}} props */
function Contents({ reading }) {
  return html`<nav class="contents" aria-label=${article.contents}>
    <p class="label">${article.contents}</p>
    <ol>
      ${SECTIONS.map(
        ([id, { title }]) => html`<li key=${id}>
          <a
            href=${`#${placeId(id)}`}
            data-testid=${`contents-${id}`}
            aria-current=${reading === id ? "location" : undefined}
            onClick=${(/** @type {MouseEvent} */ event) => go(event, id)}
            >${title}</a
          >
        </li>`,
      )}
    </ol>
  </nav>`;
}

/** @param {{store: Store, block: Block}} props */
function BlockView({ store, block }) {
  if (typeof block === "string") return html`<p><${Prose} text=${block} go=${go} /></p>`;
  const [kind] = Object.keys(block);
  return BLOCKS[kind](store, block);
}

/** @type {Record<string, (store: Store, block: any) => any>} what a block becomes, by its first key */
const BLOCKS = {
  tex: (_, { tex }) => html`<div class="article-formula"><${Formula} tex=${tex} /></div>`,
  heading: (_, { heading }) => html`<h4>${heading}</h4>`,
  list: (_, { list }) => html`<ul>${list.map((/** @type {string} */ item) => html`<li><${Prose} text=${item} go=${go} /></li>`)}</ul>`,
  figure: (store, { figure }) =>
    DRAWINGS[figure] ? html`<${DRAWINGS[figure]} />` : html`<${LiveFigure} store=${store} id=${figure} />`,
  preset: (store, { preset, text }) => html`<${Experiment} store=${store} preset=${preset} text=${text} go=${go} />`,
  insert: (store, { insert }) => html`<${INSERTS[insert]} store=${store} />`,
};
