// Places in the article that one can go to: sections and sources.

/** The id of a place's element. @param {string} name of a section or a source */
export function placeId(name) {
  return `learn-${name}`;
}

/** Scrolls to a place and puts the focus there, so that reading and the Tab key go on from it. @param {string} name */
export function goTo(name) {
  const place = document.getElementById(placeId(name));
  if (!place) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
  place.focus({ preventScroll: true });
}
