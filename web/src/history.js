// The run's past for the charts: typed columns that thin themselves out when a run grows long.

/**
 * One growing table of numbers over steps. Its last row is always the newest value pushed; rows
 * closer together than `gap` steps replace each other, and when the table is full every second
 * row goes and `gap` doubles. So the density stays even however long the run is.
 */
export class Columns {
  /**
   * @param {number} width numbers per row, beside the step
   * @param {number} capacity rows held at most; even
   */
  constructor(width, capacity = 4096) {
    this.capacity = capacity;
    this.length = 0;
    this.gap = 1;
    this.stepColumn = new Float64Array(capacity);
    this.valueColumns = Array.from({ length: width }, () => new Float64Array(capacity));
  }

  /** Steps of the rows, ascending; a view, valid until the next push. */
  get steps() {
    return this.stepColumn.subarray(0, this.length);
  }

  /** Values of one column, in the order of `steps`. @param {number} index */
  values(index) {
    return this.valueColumns[index].subarray(0, this.length);
  }

  /**
   * Adds a row. A step that lies before the newest row drops the rows from there on: the run went
   * back, so they are no longer its past.
   * @param {number} step
   * @param {number[]} row
   */
  push(step, row) {
    this.dropFrom(step);
    const tail = this.length - 1;
    if (tail >= 1 && step - this.stepColumn[tail - 1] < this.gap) this.length = tail;
    if (this.length === this.capacity) this.thin();
    this.stepColumn[this.length] = step;
    this.valueColumns.forEach((column, index) => (column[this.length] = row[index]));
    this.length += 1;
  }

  /** Forgets every row at or after a step. @param {number} step */
  dropFrom(step) {
    while (this.length > 0 && this.stepColumn[this.length - 1] >= step) this.length -= 1;
    if (this.length === 0) this.gap = 1;
  }

  /** Keeps every second row, and the spacing that leaves. */
  thin() {
    const kept = this.length / 2;
    for (let row = 0; row < kept; row += 1) {
      this.stepColumn[row] = this.stepColumn[2 * row];
      for (const column of this.valueColumns) column[row] = column[2 * row];
    }
    this.length = kept;
    this.gap = (this.stepColumn[kept - 1] - this.stepColumn[0]) / (kept - 1);
  }
}

/** Losses, gradient norms, metrics and, of images, examples per second of one run over its steps. `version` grows with every change. */
export class History {
  /** @param {number} [capacity] rows held per chart */
  constructor(capacity = 4096) {
    this.capacity = capacity;
    this.version = 0;
    this.losses = new Columns(2, capacity);
    this.norms = new Columns(2, capacity);
    this.rates = new Columns(1, capacity);
    /** @type {Map<string, Columns>} */
    this.metricColumns = new Map();
  }

  /** Steps of the loss columns, ascending. */
  get steps() {
    return this.losses.steps;
  }

  /** What every frame says. */
  get ofFrames() {
    return [this.losses, this.norms, this.rates];
  }

  /** D's loss at each of `steps`; NaN where D has not moved yet. */
  get dLoss() {
    return this.losses.values(0);
  }

  /** G's loss at each of `steps`; NaN where G has not moved yet. */
  get gLoss() {
    return this.losses.values(1);
  }

  /**
   * One metric's past, on its own steps: metrics are measured less often than losses.
   * @param {string} id
   * @returns {{steps: Float64Array, values: Float64Array}}
   */
  metric(id) {
    const columns = this.metricColumns.get(id);
    if (!columns) return { steps: new Float64Array(0), values: new Float64Array(0) };
    return { steps: columns.steps, values: columns.values(0) };
  }

  /**
   * Takes what one frame says. A step back drops what lay after it, so a reset starts empty.
   * @param {{step: number, dLoss: number|null, gLoss: number|null, dGradNorm?: number|null, gGradNorm?: number|null,
   *   examplesPerSecond?: number|null, metrics: Record<string, number>|null}} frame
   */
  push(frame) {
    if (this.losses.length > 0 && frame.step < this.losses.steps[this.losses.length - 1]) {
      for (const columns of [...this.metricColumns.values(), ...this.ofFrames]) columns.dropFrom(frame.step);
    }
    if (frame.dLoss !== null || frame.gLoss !== null) {
      this.losses.push(frame.step, [frame.dLoss ?? NaN, frame.gLoss ?? NaN]);
    }
    if ((frame.dGradNorm ?? frame.gGradNorm ?? null) !== null) {
      this.norms.push(frame.step, [frame.dGradNorm ?? NaN, frame.gGradNorm ?? NaN]);
    }
    if (frame.examplesPerSecond) this.rates.push(frame.step, [frame.examplesPerSecond]); // none while it rests
    for (const [id, value] of Object.entries(frame.metrics ?? {})) {
      this.metricOf(id).push(frame.step, [value]);
    }
    this.version += 1;
  }

  /** Forgets everything. */
  clear() {
    for (const columns of this.ofFrames) columns.dropFrom(-Infinity);
    this.metricColumns.clear();
    this.version += 1;
  }

  /** @param {string} id @returns {Columns} */
  metricOf(id) {
    const known = this.metricColumns.get(id);
    if (known) return known;
    const made = new Columns(1, this.capacity);
    this.metricColumns.set(id, made);
    return made;
  }
}
