// German: the article: its frame, its figures, and its sections in their order.
import { failing } from "./failing.js";
import { figures } from "./figures.js";
import { judging } from "./judging.js";
import { losses } from "./losses.js";
import { playing } from "./playing.js";
import { reading } from "./reading.js";
import { trying } from "./trying.js";

/** @type {import("../../../article-texts.js").Article} */
export const article = {
  title: "Wie zwei Netze einander etwas beibringen",
  lead:
    "Ein generatives gegnerisches Netz lernt, Neues zu machen, das dem gleicht, was man ihm gezeigt hat. Diese Seite " +
    "erklärt, wie das geht, mit kleinen Versuchen, die dort laufen, wo du liest.",
  contents: "Inhalt",
  openInLab: "Im Labor öffnen",
  ...figures,
  sections: { ...playing, ...reading, ...losses, ...failing, ...judging, ...trying },
};
