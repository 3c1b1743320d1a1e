// The little markup of the article's sentences, taken apart: **term**, *stress*, $formula$, [words](target).

/** @typedef {{kind: "text"|"term"|"stress"|"formula"|"link", text: string, target?: string}} Piece */

const MARKS = /\*\*(?<term>[^*]+)\*\*|\*(?<stress>[^*]+)\*|\$(?<formula>[^$]+)\$|\[(?<link>[^\]]+)\]\((?<target>[\w-]+)\)/g;

/**
 * @param {string} sentence
 * @returns {Piece[]} in order; marks that are not closed stay as they are
 */
export function piecesOf(sentence) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const match of sentence.matchAll(MARKS)) {
    if (match.index > end) pieces.push({ kind: "text", text: sentence.slice(end, match.index) });
    const { target, ...marks } = match.groups ?? {};
    const [kind, text] = Object.entries(marks).find(([, found]) => found !== undefined) ?? [];
    const piece = /** @type {Piece} */ ({ kind, text });
    pieces.push(target ? { ...piece, target } : piece);
    end = match.index + match[0].length;
  }
  if (end < sentence.length) pieces.push({ kind: "text", text: sentence.slice(end) });
  return pieces;
}
