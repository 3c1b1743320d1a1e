// What crosses the wire, as types, and the builders of every command; the server's protocol.py specifies it.

/** @typedef {import("./protocol-images.js").ImageFacts} ImageFacts */
/** @typedef {import("./protocol-images.js").Missing} Missing */
/** @typedef {import("./protocol-images.js").SupplyJob} SupplyJob */
/** @typedef {{id: string, params: Record<string, any>}} Choice a registry entry and its values */
/** @typedef {Record<string, any>} RunConfig every field of a run, by the names in the catalog */

/**
 * @typedef {object} Param
 * @property {string} name
 * @property {string} label
 * @property {string} help
 * @property {"int"|"float"|"bool"|"choice"|"points"|"layers"|"numbers"|"key"} kind
 * @property {any} default
 * @property {number|null} [low]
 * @property {number|null} [high]
 * @property {{id: string, label: string}[]|null} [choices]
 * @property {boolean} [exclusive] the lower end itself is left out
 * @property {string} [expected] the range in words
 * @property {"linear"|"log"} [scale]
 * @property {string|null} [registry] layers: where their entries are
 */

/** @typedef {{params: Record<string, any>} & Pick<Entry, "shape"|"networks"|"pair_networks">} Form */

/**
 * @typedef {object} Entry one registered thing: a loss, an optimizer, a metric, a preset …
 * @property {string} id
 * @property {string} label
 * @property {string} help
 * @property {string|null} [formula] TeX
 * @property {string|null} [source]
 * @property {Param[]} params
 * @property {string} [watch] presets: what to look at
 * @property {number} [seconds] presets of images: how long one core takes to what is recognizable
 * @property {string} [group] presets: under which heading they stand
 * @property {RunConfig} [config] presets: the changes they make
 * @property {string} [unit] metrics
 * @property {"lower"|"higher"|"neither"} [better] metrics and instruments
 * @property {number} [samples] metrics and instruments: samples a side
 * @property {string} [misleads] metrics and instruments: how
 * @property {string} [of] instruments: "path" where it looks at the players' steps, "images" at images
 * @property {string} [shows] instruments of images: "shares" or "pairs", beside the value
 * @property {boolean} [needs_classes] instruments of images: only where these have classes
 * @property {boolean} [needs_labels] and only where the model is told them
 * @property {string} [at_rest] of those, what they say when nothing moves
 * @property {boolean} [cross_entropy] losses: the best D's is minus the value V*
 * @property {boolean} [needs_modes] metrics
 * @property {string} [chart] metrics: those with the same one share a chart of this title
 * @property {string} [needs] metrics: what only some models have, "labels" or "codes"
 * @property {string} [kind] regularizers: where the rule acts; layers: what they are for
 * @property {boolean} [probability] losses: the sigmoid of D's raw output is the probability of "real"
 * @property {number} [boundary] losses: the raw output at which D's verdict turns from fake to real
 * @property {boolean} [pairs] losses: the generator's part compares fakes with real samples
 * @property {string} [minimizes] losses: what −L_D comes to with the best D, in words
 * @property {Curves} [curves] losses
 * @property {string} [signal] detectors: what each watches
 * @property {number} [threshold] detectors: at or over it the detector speaks
 * @property {boolean} [below] detectors: at or under it, rather
 * @property {boolean} [share] detectors: the signal is a share of a whole
 * @property {string[]} [says] detectors: a sentence for each case, with places for numbers
 * @property {string} [advice] detectors: what to try
 * @property {number[]} [shape] datasets: channels, height, width
 * @property {number[]|null} [inputs] datasets of pairs: the shape of what each picture is made from
 * @property {string} [origin] datasets that others made: where from
 * @property {number} [examples] datasets that others made: how many pictures
 * @property {string[]} [classes] datasets: their names
 * @property {Record<"generator"|"discriminator", Choice>} [networks] datasets: to begin with
 * @property {Form[]} [forms] datasets: other shapes, the parameters that give them, and networks for them
 * @property {Record<"generator"|"discriminator", Choice>} [pair_networks] datasets of pairs: likewise, for a model of pairs
 * @property {boolean} [paired] models of images: the generator makes an image of another one, without noise
 * @property {boolean} [encodes] models: an encoder finds the noise behind a sample
 */

/**
 * @typedef {object} Curves of a loss, at D's raw outputs evenly spaced from `low` to `high`
 * @property {number} low
 * @property {number} high
 * @property {(number|null)[]} g_loss G's loss for one fake
 * @property {(number|null)[]} g_slope its derivative by the raw output
 */

/**
 * @typedef {object} Field one field of RunConfig
 * @property {string} name
 * @property {string} label
 * @property {string} help
 * @property {boolean} live takes effect at the next step; otherwise a change starts a new run
 * @property {string|null} registry the registry whose entries it chooses among
 * @property {boolean} [list] holds several choices
 * @property {Param|null} [param] the bare value it holds
 */

/**
 * @typedef {object} Weights trained beforehand
 * @property {number} step how long
 * @property {number} [js_divergence] of points, in bits
 * @property {number} [frechet_distance] of images, in percent
 * @property {number} [floor] what a perfect generator scores, or new real images
 * @property {number} [present] how many of the classes they make
 * @property {number} [classes] that the images have
 */

/**
 * @typedef {object} Catalog
 * @property {string} version
 * @property {Field[]} fields in display order
 * @property {Record<string, Entry[]>} registries
 * @property {RunConfig} defaults
 * @property {ImageScene} [images] what is another in the scene of images
 * @property {Record<string, Weights>} [pretrained] by distribution
 * @property {{default: string, here: {id: string, name: string}[]}} [devices] where runs can train
 */

/**
 * @typedef {object} ImageScene
 * @property {Record<string, string>} fields the registry that each of these fields chooses from
 * @property {string} metrics a registry
 * @property {string} presets a registry
 * @property {string} detectors a registry
 * @property {RunConfig} defaults
 * @property {Record<string, Weights>} [pretrained] by preset
 */

/**
 * @typedef {object} StateEvent
 * @property {"state"} type
 * @property {string} id
 * @property {"paused"|"playing"|"diverged"} status
 * @property {number} step
 * @property {number|null} speed steps per second; null is as fast as it can
 * @property {string} [device] where it trains
 * @property {RunConfig} config
 * @property {{kind: "pretrained"|"file", id: string, step: number}|null} origin what the run began
 *   from; null is fresh weights at step 0
 * @property {{start: RunConfig, entries: any[][]}|null} script what was done to the run; null when
 *   not all of it is known
 * @property {[number, number, number, number]} extent x_min, x_max, y_min, y_max
 * @property {[number, number, number][]|null} modes x, y, standard deviation of each mode
 * @property {Record<string, number>} floors what a perfect generator would score
 * @property {Record<"generator"|"discriminator", number[]>} networks width of each layer, input first
 * @property {number} metric_samples samples a side behind each metric
 * @property {number[]} checkpoints steps that seek reaches
 * @property {number} [classes] labels that the model has; 0 where it has none
 * @property {number[]|null} [encoder] width of each layer of its encoder
 * @property {ImageFacts|null} [images] of the data, in the scene of images
 * @property {Record<"generator"|"discriminator", LayerRow[]>} [layers] of image networks
 * @property {Record<"generator"|"discriminator", BuiltFor>} [built_for] of image networks
 * @property {number} [request]
 */

/** @typedef {{id: string, label: string, input: number[], output: number[], weights: number}} LayerRow a layer in its place */
/** @typedef {{inputs: number[], labels: number, outputs: number[]|null}} BuiltFor what a network is given and must give; null is anything */

/**
 * @typedef {object} ErrorEvent
 * @property {"error"} type
 * @property {string} [command]
 * @property {string|null} [field] dotted path, such as loss.params.weight
 * @property {string} [expected]
 * @property {string} [got]
 * @property {string} message a plain sentence that says what is still true
 * @property {number} [request]
 * @property {Missing} [missing] images that have to be brought to the server first
 */

/**
 * @typedef {object} NoticeEvent
 * @property {"notice"} type
 * @property {string} kind diverged, recovered, restarted, server_stopping, …
 * @property {string} title
 * @property {string} message
 * @property {number} [step]
 * @property {number} [checkpoint] the step to go back to
 * @property {{label: string, changes: RunConfig}} [suggestion]
 */

/** @typedef {StateEvent|ErrorEvent|NoticeEvent} ServerEvent */

/**
 * @typedef {object} Grid an array with more than one dimension
 * @property {Float32Array|Uint8Array} data row-major
 * @property {number[]} shape
 */

/**
 * @typedef {object} Arrays what is inside the networks at one step, in plane units; absent when
 *   the view did not ask for it
 * @property {Float32Array} [real] (2n) x, y of each real sample
 * @property {Float32Array} [fake] (2n)
 * @property {Float32Array} [gradients] (2n) at each fake sample, the direction that lowers G's loss
 * @property {{data: Float32Array, shape: number[]}} [manifold] (k, k, 2), or (k, 2) along a line; of
 *   all classes at once (classes, k, k, 2) or (classes, 1, k, 2)
 * @property {{data: Uint8Array, shape: number[]}} [dGrid] (m, m) probability 0..255, row 0 = y_min
 * @property {{data: Float32Array, shape: number[]}} [lattice] as manifold, the noise that it is the image of
 * @property {{data: Float32Array, shape: number[]}} [noise] (n, dimension) the vector behind each fake
 * @property {{data: Uint8Array, shape: number[]}} [units] (u, m, m) or (u, 1, m), 127.5 is an output of 0
 * @property {Grid} [density] (m, m) negative log-likelihood of a density model, row 0 = y_min
 * @property {Grid} [imagePairs] (pairs, 2, height, width, channels) the fakes that differ least
 * @property {Uint8Array|Float32Array} [realLabels] (n) the class of each real sample
 * @property {Uint8Array|Float32Array} [fakeLabels] (n) the class that G was asked for
 * @property {Float32Array} [reconstruction] (2n) what encoder and generator make of each real sample
 * @property {{data: Float32Array, shape: number[]}} [codes] (n, dimension) the encoder's of each real sample
 * @property {Float32Array} [dReal] (n) verdict at each real sample, 0..1
 * @property {Float32Array} [dFake] (n)
 * @property {Grid} [realImages] (n, height, width, channels) 0..255, in the scene of images
 * @property {Grid} [fakeImages]
 * @property {Grid} [inputImages] of pairs: what each fake, and the real image of its place, is made from
 * @property {Grid} [rebuiltImages] what encoder and generator make of each real image
 * @property {Float32Array} [dRealRaw] (n) D's raw output at each real sample
 * @property {Float32Array} [dFakeRaw] (n)
 */

/**
 * @typedef {object} Phase one phase of a step in slow motion, and what its turn has found so far
 * @property {"discriminator"|"generator"} player
 * @property {"samples"|"predictions"|"loss"|"gradients"|"update"} name
 * @property {number} index 1 to 5
 * @property {number} turn which of its player's updates in this step, from 1
 * @property {number} turns
 * @property {boolean} last whether it ended the step
 * @property {boolean} [trial] whether this turn's move will be taken back
 * @property {number} [loss] penalties included
 * @property {number} [penalty] their part of it
 * @property {number} [gradientNorm]
 * @property {number} [updateNorm] how far the weights moved as a whole
 * @property {number} [weights] how many there are
 * @property {Float32Array} [noise] (n · dimension) the vector behind each fake
 * @property {Float32Array} [xReal] (2n) the batch, in plane units; of G where its turn needs real samples
 * @property {Float32Array} [xFake] (2n)
 * @property {Float32Array} [dReal] (n) D's raw outputs; of G where they count
 * @property {Float32Array} [dFake] (n)
 * @property {Float32Array} [realLabels] (n) classes, where the model has labels
 * @property {Float32Array} [fakeLabels] (n)
 * @property {Float32Array} [gradients] (2n) at each fake, the direction that lowers G's loss
 * @property {Grid} [realImages] (n, height, width, channels) 0..255, the batch in the scene of images
 * @property {Grid} [fakeImages]
 * @property {Grid} [pixelGradients] (n, channels, height, width) derivative of G's loss by its fakes
 * @property {Float32Array} [layerGradients] (layers) length of each layer's part of the gradient, of images
 * @property {Float32Array} [slopeReal] (n) derivative of each sample's own term of D's loss
 * @property {Float32Array} [slopeFake] (n)
 */

/** @typedef {{player: "generator"|"discriminator", layer: number}} UnitLayer a hidden layer, from 1 */

/**
 * @typedef {object} UnitFacts what the pictures of a layer's units show
 * @property {"generator"|"discriminator"} player
 * @property {number} layer
 * @property {number} units shown
 * @property {number} of units in all
 * @property {number} scale the output that 255 stands for
 * @property {number} axes numbers of the noise that are varied
 * @property {number} dimension of the noise
 * @property {number[]} extent x_min, x_max and, with two axes, y_min, y_max
 * @property {number} [label] the class that the network was told
 */

/**
 * @typedef {object} Reading of an instrument
 * @property {number} [value] absent while `preparing`
 * @property {number} [step] of which
 * @property {number} [preparing] share of the classifier's training that is done
 * @property {{accuracy: number|null, tested: number, samples: number}} [by] of images: the classifier that looked
 * @property {number[]} [shares] of each class among the fakes
 * @property {number[]} [due] and in the data
 * @property {number[]} [distances] of the closest pairs, whose images are an array
 * @property {number} [p] of a test
 * @property {[number, number]} [floor] mean and spread of what a perfect sampler scores
 */

/**
 * @typedef {object} DensityFacts what is said of a density model of the data
 * @property {number} fit its number; the array comes once for each
 * @property {string} id
 * @property {Record<string, any>} params
 * @property {"fitting"|"ready"|"failed"} status
 * @property {string} [message] why it failed
 * @property {number|null} [held_out] mean log-likelihood of held-out samples in nats; null: one has no density
 * @property {number|null} [error] its standard error
 * @property {number|null} [floor] what the data's own density scores; null where it is not known
 * @property {number} [samples] that it was fitted to
 * @property {number} [held_out_samples]
 * @property {number} [bandwidth] of kernels, in plane units
 */

/**
 * @typedef {object} Finding what a detector says of the run
 * @property {string} id of the detector
 * @property {number} since the step at which it began
 * @property {number|null} level of its signal; null is without bounds
 * @property {number} case which of its sentences it says
 * @property {Record<string, number|null>} facts the numbers in it
 * @property {{label: string, changes: RunConfig}} [suggestion]
 */

/**
 * @typedef {object} Inspection a look inside a GAN of images; what else it says depends on its id
 * @property {string} id
 * @property {Record<string, any>} params all of them
 * @property {number} step that it is of
 * @property {Record<string, Grid>} arrays
 * @property {number|null} [verdict] 0..1
 * @property {number|null} [raw] D's output
 * @property {number|null} [label] the class of a real image, or the one that G was asked for
 * @property {number} [gradient_peak] what 1 stands for in the gradient
 * @property {number[]} [distances]
 * @property {number[]} [neighbour_labels]
 * @property {{median: number, low: number, samples: number}} [yardstick]
 * @property {number[]} [shares]
 * @property {number} [layer]
 * @property {number} [samples]
 * @property {number} [reach]
 * @property {number} [of]
 * @property {boolean} [flat]
 * @property {[number, number][]} [ranges]
 */

/**
 * @typedef {object} Frame one decoded frame
 * @property {number} number sequence number, for the acknowledgement
 * @property {number} step
 * @property {"paused"|"playing"|"diverged"} status
 * @property {number|null} dLoss null before the first step
 * @property {number|null} gLoss
 * @property {number|null} dGradNorm
 * @property {number|null} gGradNorm
 * @property {number|null} noiseStd of the noise on all that D sees; null where no rule puts any on it
 * @property {number|null} realLabel what real samples count as for D, where label smoothing is on
 * @property {number|null} rateFactor of both learning rates in the next step; null where no schedule changes them
 * @property {number|null} examples of images: how many real ones D has learned from
 * @property {number|null} epochs how often that is all of them
 * @property {number} stepsPerSecond
 * @property {number|null} examplesPerSecond of images: how many real ones D learned from in the last second
 * @property {number|null} verdictMs of images: what one verdict of D takes at a look
 * @property {number} trainedS seconds spent on this run's steps
 * @property {Record<string, number>|null} metrics only in frames where they are newly measured
 * @property {Record<string, Reading>|null} instruments those that are new
 * @property {number[]|null} modeShares share of the fakes in each mode, with metrics
 * @property {Finding[]|null} diagnosis what is wrong, with metrics
 * @property {UnitFacts|null} units of which units the array `units` is
 * @property {number} [classes] labels that the model has
 * @property {DensityFacts|null} density where the view asks for one
 * @property {Inspection|null} [inspection] where it answers an inspect
 * @property {number|null} request the command that this frame answers
 * @property {Phase|null} phase in slow motion, the phase played last
 * @property {Arrays} arrays
 */

/** @typedef {"both"|"generator"|"discriminator"} Player */
/** @typedef {{type: string, request?: number, [key: string]: any}} Command */

/** Builders of the commands a page sends; each returns the JSON object. */
export const command = {
  /** @param {number|null} [speed] steps per second; null for as fast as it can @returns {Command} */
  play: (speed) => (speed === undefined ? { type: "play" } : { type: "play", speed }),
  /** @returns {Command} */
  pause: () => ({ type: "pause" }),
  /** @param {Player} player @param {number} [count] @returns {Command} */
  step: (player, count = 1) => ({ type: "step", player, count }),
  /** The next phase of a step. @returns {Command} */
  phase: () => ({ type: "phase" }),
  /** @param {RunConfig} changes @param {boolean} [anew] in a new run, whatever changes @returns {Command} */
  configure: (changes, anew) => (anew ? { type: "configure", changes, anew } : { type: "configure", changes }),
  /** @param {string} pretrained a distribution, or a preset of images @returns {Command} */
  load: (pretrained) => ({ type: "load", pretrained }),
  /** @param {number} [seed] @param {string} [device] @returns {Command} */
  reset: (seed, device) => ({ type: "reset", ...(seed === undefined ? {} : { seed }), ...(device ? { device } : {}) }),
  /** @param {number} step @returns {Command} */
  seek: (step) => ({ type: "seek", step }),
  /** @param {{arrays?: string[], grid?: number, fps?: number, raw?: boolean, units?: UnitLayer|null, label?: number|null,
   *   density?: {id: string, params: Record<string, any>}|null, instruments?: string[]}} view @returns {Command} */
  view: (view) => ({ type: "view", ...view }),
  /** @param {string} id of an inspection @param {Record<string, any>} params @returns {Command} */
  inspect: (id, params) => ({ type: "inspect", id, params }),
  /** @param {number} frame @returns {Command} */
  ack: (frame) => ({ type: "ack", frame }),
};
