// The names of the panels.

export const panels = {
  label: "Panels",
  lab: "Lab",
  images: "Images",
  learn: "Learn",
  help: {
    lab: "Train a GAN and see what is inside it.",
    images: "Train GANs that draw images, and build their networks layer by layer.",
    learn: "An article on how GANs work, with small labs to try in the text.",
  },
  loading: "Loading the article",
  failed: "The article could not be loaded. Reload the page to try again.",
};
