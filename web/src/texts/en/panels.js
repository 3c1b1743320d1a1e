// The names of the panels.

export const panels = {
  label: "Panels",
  lab: "Lab",
  learn: "Learn",
  help: {
    lab: "Train a GAN and see what is inside it.",
    learn: "An article on how GANs work, with small labs to try in the text.",
  },
  loading: "Loading the article",
  failed: "The article could not be loaded. Reload the page to try again.",
};
