// The works that the article refers to, by the ids in its sentences.

/** @type {readonly {id: string, text: string, url: string}[]} by first author */
export const SOURCES = Object.freeze([
  {
    id: "bottou-2017",
    text: "M. Arjovsky, L. Bottou: Towards Principled Methods for Training Generative Adversarial Networks. ICLR 2017.",
    url: "https://arxiv.org/abs/1701.04862",
  },
  {
    id: "arjovsky-2017",
    text: "M. Arjovsky, S. Chintala, L. Bottou: Wasserstein Generative Adversarial Networks. ICML 2017.",
    url: "https://arxiv.org/abs/1701.07875",
  },
  {
    id: "goodfellow-2014",
    text:
      "I. Goodfellow, J. Pouget-Abadie, M. Mirza, B. Xu, D. Warde-Farley, S. Ozair, A. Courville, Y. Bengio: " +
      "Generative Adversarial Nets. NIPS 2014.",
    url: "https://arxiv.org/abs/1406.2661",
  },
  {
    id: "gulrajani-2017",
    text:
      "I. Gulrajani, F. Ahmed, M. Arjovsky, V. Dumoulin, A. Courville: Improved Training of Wasserstein GANs. " +
      "NIPS 2017.",
    url: "https://arxiv.org/abs/1704.00028",
  },
  {
    id: "heusel-2017",
    text:
      "M. Heusel, H. Ramsauer, T. Unterthiner, B. Nessler, S. Hochreiter: GANs Trained by a Two Time-Scale Update " +
      "Rule Converge to a Local Nash Equilibrium. NIPS 2017.",
    url: "https://arxiv.org/abs/1706.08500",
  },
  {
    id: "kahng-2018",
    text:
      "M. Kahng, N. Thorat, D. H. Chau, F. Viégas, M. Wattenberg: GAN Lab: Understanding Complex Deep Generative " +
      "Models using Interactive Visual Experimentation. IEEE VIS 2018.",
    url: "https://arxiv.org/abs/1809.01587",
  },
  {
    id: "lim-2017",
    text: "J. H. Lim, J. C. Ye: Geometric GAN. 2017.",
    url: "https://arxiv.org/abs/1705.02894",
  },
  {
    id: "mao-2017",
    text:
      "X. Mao, Q. Li, H. Xie, R. Y. K. Lau, Z. Wang, S. P. Smolley: Least Squares Generative Adversarial Networks. " +
      "ICCV 2017.",
    url: "https://arxiv.org/abs/1611.04076",
  },
  {
    id: "mescheder-2018",
    text: "L. Mescheder, A. Geiger, S. Nowozin: Which Training Methods for GANs do actually Converge? ICML 2018.",
    url: "https://arxiv.org/abs/1801.04406",
  },
  {
    id: "metz-2017",
    text: "L. Metz, B. Poole, D. Pfau, J. Sohl-Dickstein: Unrolled Generative Adversarial Networks. ICLR 2017.",
    url: "https://arxiv.org/abs/1611.02163",
  },
  {
    id: "salimans-2016",
    text:
      "T. Salimans, I. Goodfellow, W. Zaremba, V. Cheung, A. Radford, X. Chen: Improved Techniques for Training GANs. " +
      "NIPS 2016.",
    url: "https://arxiv.org/abs/1606.03498",
  },
]);
