// Wo Netze trainiert werden.

/** @type {import("../../texts.js").Texts["device"]} */
export const device = {
  title: "Gerät",
  label: "Trainiert auf",
  help: "Der Prozessor, der beide Netze trainiert. Eine Grafikkarte (GPU) lohnt sich für große Netze und Stapel; kleine sind auf der CPU schneller. Ein anderes Gerät beginnt den Lauf von vorn.",
  none: "Dieser Server hat keine GPU. Er bietet eine an, wenn der Rechner eine NVIDIA-Karte hat und PyTorch für CUDA gebaut ist.",
  onGpu: (label) => `${label}, GPU`,
};
