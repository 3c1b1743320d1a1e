// The same small GAN in TensorFlow.js; scripts/benchmarks/tfjs.py calls prepare and measure from outside.
/* global tf, performance */

const WASM_FILES = "node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/";

/** Samples that batches are cut from in turn, drawn once as GAN Lab does. */
const POOL = 12_000;

/** Each player's rate, GAN Lab's default for D. */
const LEARNING_RATE = 0.1;

/** Two networks of 2 → `hidden` layers of `width` → 2 (G) or 1 (D), with their data and optimizers. */
class Gan {
  constructor(hidden, width, batch) {
    const body = Array(hidden).fill(width);
    this.batch = batch;
    this.position = 0;
    this.g = weightsOf([2, ...body, 2]);
    this.d = weightsOf([2, ...body, 1]);
    this.real = tf.keep(tf.randomUniform([POOL, 2], -1, 1));
    this.noise = tf.keep(tf.randomNormal([POOL, 2]));
    this.gOptimizer = tf.train.sgd(LEARNING_RATE);
    this.dOptimizer = tf.train.sgd(LEARNING_RATE);
  }

  /** One update of D, then one of G, non-saturating loss. */
  step() {
    tf.tidy(() => {
      this.dOptimizer.minimize(() => this.dLoss(), false, this.d);
    });
    tf.tidy(() => {
      this.gOptimizer.minimize(() => tf.softplus(this.judge(this.fakes()).neg()).mean(), false, this.g);
    });
  }

  dLoss() {
    const real = tf.softplus(this.judge(this.next(this.real)).neg()).mean();
    return real.add(tf.softplus(this.judge(this.fakes())).mean());
  }

  fakes() {
    return mlp(this.g, this.next(this.noise));
  }

  judge(points) {
    return mlp(this.d, points).reshape([this.batch]);
  }

  next(pool) {
    const start = (this.position++ * this.batch) % POOL;
    return pool.slice([start, 0], [this.batch, 2]);
  }

  /** Resolves when all that was asked of the backend is done. */
  async finished() {
    await this.g[0].data();
  }
}

/** Weights and biases, layer by layer. */
function weightsOf(sizes) {
  return sizes.slice(1).flatMap((outputs, k) => {
    const std = 1 / Math.sqrt(sizes[k]);
    return [tf.variable(tf.randomNormal([sizes[k], outputs], 0, std)), tf.variable(tf.zeros([outputs]))];
  });
}

/** ReLU between layers, nothing after the last. */
function mlp(weights, points) {
  let h = points;
  for (let k = 0; k < weights.length; k += 2) {
    h = h.matMul(weights[k]).add(weights[k + 1]);
    if (k + 2 < weights.length) h = h.relu();
  }
  return h;
}

const gans = new Map();

/** Makes the GAN that `measure` finds under `key`; its tensors live in `backend`. */
export async function prepare({ key, backend, hidden, width, batch }) {
  tf.wasm.setWasmPaths(WASM_FILES);
  await tf.setBackend(backend);
  await tf.ready();
  gans.set(key, { backend, gan: new Gan(hidden, width, batch) });
}

/** Steps per second over at least `seconds`, after a fifth of that to warm up. */
export async function measure({ key, seconds }) {
  const { backend, gan } = gans.get(key);
  await tf.setBackend(backend);
  await play(gan, seconds / 5);
  const { steps, elapsed } = await play(gan, seconds);
  return steps / elapsed;
}

async function play(gan, seconds) {
  const start = performance.now();
  let steps = 0;
  while (performance.now() - start < seconds * 1000) {
    gan.step();
    steps += 1;
  }
  await gan.finished();
  return { steps, elapsed: (performance.now() - start) / 1000 };
}
