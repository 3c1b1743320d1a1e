// The lab inside another page: the snippet, or how to allow it where the server does not yet.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useState } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";
import { CopyField } from "./copy-field.js";

/** @typedef {string[]|"asking"|"unknown"} Answer sites whose pages may frame this one */

/** Text as the value of an attribute. @param {string} text */
const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @param {string} link @returns {string} HTML that shows the lab in a frame */
export function frameCode(link) {
  const size = 'width="100%" height="720"';
  return `<iframe src="${quoted(link)}" title="${texts.name}" ${size} style="border:0" allow="fullscreen; clipboard-write" loading="lazy"></iframe>`;
}

/** Asks the server whose pages may frame it. @returns {Answer} */
function useOrigins() {
  const [answer, setAnswer] = useState(/** @type {Answer} */ ("asking"));
  useEffect(() => {
    const off = new AbortController();
    fetch("/api/embedding", { signal: off.signal })
      .then((response) => response.json())
      .then(({ origins }) => setAnswer(origins))
      .catch(() => off.signal.aborted || setAnswer("unknown"));
    return () => off.abort();
  }, []);
  return answer;
}

/** @param {{link: string}} props */
export function Embed({ link }) {
  const origins = useOrigins();
  const words = texts.share;
  if (origins === "asking") return null;
  if (origins === "unknown") return html`<p class="share-note">${words.embedUnknown}</p>`;
  if (origins.length === 0) {
    return html`<p class="share-note" data-testid="share-embed-off">
      ${words.embedOff} <code>GANLAB_FRAME_ANCESTORS=https://school.example.org</code> ${words.embedOffThen}
    </p>`;
  }
  return html`<${CopyField} id="share-embed" label=${words.embed} text=${frameCode(link)} lines=${4} />
    <p class="share-note">${words.embedOn(origins)} ${words.embedToken}</p>`;
}
