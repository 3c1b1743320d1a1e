// Where networks are trained.

export const device = {
  title: "Device",
  label: "Trains on",
  help: "The processor that trains both networks. A graphics card (GPU) pays for large networks and batches; small ones are quicker on the CPU. Another device starts the run again.",
  none: "This server has no GPU. It offers one on a machine with an NVIDIA card and PyTorch built for CUDA.",
  /** @param {string} label */
  onGpu: (label) => `${label}, GPU`,
};
