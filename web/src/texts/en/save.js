// The sentences of saving pictures.

export const save = {
  groups: { plot: "Picture of the plane", graph: "Picture of the model", charts: "Picture of the charts" },
  png: "Save as PNG",
  svg: "Save as SVG",
  help: { png: "Made of pixels, for slides and messages.", svg: "Sharp at any size, for papers and posters." },
  /** @param {{data: string, loss: string, losses: string, step: string, seed: string}} run */
  title: ({ data, loss, losses, step, seed }) =>
    `${data} · ${loss}${losses && ` (${losses})`} · step ${step} · seed ${seed}`,
  notSaved: "The picture was not saved",
  nothing: "There is nothing to draw yet. Press play first.",
  failed: "The browser could not draw it. The run goes on as it was.",
};
