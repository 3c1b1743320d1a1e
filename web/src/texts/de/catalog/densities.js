// German: density models beside the GAN.

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const densities = {
  gaussian_mixture: {
    label: "Gauß-Mischung",
    help:
      "Eine Summe von Gauß-Glocken, so gelegt, dass die Stichprobe möglichst wahrscheinlich wird " +
      "(Erwartungsmaximierung, der beste von fünf Anläufen). Mit so vielen Glocken, wie die Daten Modi haben, ist " +
      "sie in der Ebene kaum zu schlagen; sie braucht eine Formel für die Dichte, ohne die ein GAN auskommt.",
    params: {
      components: { label: "Komponenten", help: "Wie viele Gauß-Glocken summiert werden." },
      covariance: {
        label: "Kovarianz",
        help: "Welche Form eine Glocke haben darf: voll ist jede Ellipse, diagonal eine längs der Achsen, sphärisch ein Kreis.",
        choices: { full: "Voll", diag: "Diagonal", spherical: "Sphärisch" },
      },
    },
  },
  kernel_density: {
    label: "Kerndichte",
    help:
      "Ein kleiner Hügel auf jedem Punkt der Stichprobe, alle summiert (Parzen-Fenster). Zu wählen ist nur die " +
      "Breite der Hügel: zu schmal, und sie kennt nichts als die Stichprobe; zu breit, und Modi laufen ineinander.",
    params: {
      bandwidth: {
        label: "Bandbreite",
        help:
          "Wie die Breite der Hügel gefunden wird. In der Ebene sind die Regeln von Scott und Silverman dieselbe, " +
          "n^(-1/6) Standardabweichungen: richtig für eine Gauß-Glocke, zu breit für viele schmale. Die " +
          "Likelihood probiert Breiten an zurückgelegten Punkten aus.",
        choices: {
          likelihood: "Likelihood",
          scott: "Scott",
          silverman: "Silverman",
        },
      },
      factor: { label: "Breite ×", help: "Vervielfacht die gefundene Bandbreite." },
      kernel: {
        label: "Kern",
        help: "Die Form des Hügels. Die Parabel (Epanechnikov) und die flache Scheibe enden an ihrer Breite: Dahinter ist die Dichte 0.",
        choices: {
          gaussian: "Gauß",
          exponential: "Exponentiell",
          epanechnikov: "Parabel",
          tophat: "Scheibe",
        },
      },
    },
  },
};
