// The lab's own sentences: head, bar, panel, messages; labels and help of catalog entries come from the server.

import { formatCount } from "../../lib/format.js";

export const lab = {
  name: "ganlab",
  offline: "The server cannot be reached. Nothing was changed.",
  refused: "That was refused",
  /** @param {string} label @param {string} message */
  about: (label, message) => `“${label}”: ${message}`,

  header: {
    theme: { system: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" },
    colourBlind: "Colour-blind palette",
    colourBlindHelp: "Real in blue and fake in orange; fakes are drawn as diamonds.",
    help: "What is what",
    language: "Language",
    languageLost: "This browser keeps no settings, so the language stays as it is.",
  },

  bar: {
    label: "Experiment",
    data: "Data distribution:",
    preset: "Preset",
    custom: "Custom",
    choose: "Choose…",
    step: "Step",
    steps: "Steps",
    stepsPerSecond: "Steps per second",
    fullSpeed: "max",
    speed: "Speed",
    /** @param {number} speed */
    speedValue: (speed) => `${formatCount(speed)}/s`,
    startsRun: "Starts a new run.",
  },

  transport: {
    group: "Training",
    reset: "Start again",
    resetHelp: "Back to step 0 with the same settings and seed.",
    play: "Play",
    playHelp: "Train until you pause.",
    pause: "Pause",
    pauseHelp: "Stop after this step.",
    players: {
      both: { label: "Both", title: "One step of both players" },
      discriminator: { label: "D only", title: "Only the discriminator learns" },
      generator: { label: "G only", title: "Only the generator learns" },
    },
    speedHelp: "How many steps to play each second. At the right end, as fast as the server can.",
  },

  panel: {
    title: "How the game is played",
    subtitle: "back to step 0",
    rebuild: "new run",
    rebuildHelp: "Changing one of these starts a new run.",
    liveHelp: "Takes effect at the next step.",
    rebuildOneHelp: "Changing it starts a new run.",
    effective: "now",
    restarted: "new",
    more: "More",
    fewer: "Fewer",
    loading: "Waiting for the server's list of what can be set.",
    groups: {
      "d-updates": "Discriminator updates",
      discriminator: "Discriminator network",
      loss: "What each player minimizes",
      samples: "Real samples",
      noise: "Input",
      generator: "Generator network",
      "g-updates": "Generator updates",
      game: "Each step",
      more: "More",
    },
    dLoss: "D loss",
    gLoss: "G loss",
    decrease: "less",
    increase: "more",
    /** @param {string} shown */
    notNumber: (shown) => `Must be a number. Still using ${shown}.`,
    watch: "Watch:",
  },

  tabs: { label: "Beside the picture", metrics: "Metrics", model: "Model" },

  plot: {
    empty: "Press play to train a generator on these dots",
    loadingTitle: "Starting a run",
    loading: "Building the networks and drawing the first samples.",
    /** @param {number} seconds */
    lost: (seconds) => `Connection lost, retrying in ${seconds} s`,
    connecting: "Connection lost, trying now",
    tryNow: "Try now",
    failedTitle: "The lab's server does not answer",
    /** @param {string|null} message @param {number} seconds */
    failed: (message, seconds) =>
      `${message ?? "Is it running?"} The page tries again in ${seconds} s.`,
    fullTitle: "All places are taken",
    /** @param {string|null} message @param {number} seconds */
    full: (message, seconds) =>
      `${message ?? "Every place on this server is in use."} The page asks again in ${seconds} s.`,
    lockedTitle: "This lab asks for a token",
    locked: "The server printed it when it was started. Paste it here.",
    token: "Token",
    unlock: "Enter",
    /** @param {number} step */
    goBack: (step) => `Go back to ${formatCount(step)}`,
    startAgain: "Start again",
    dismiss: "Dismiss",
    divergedTitle: "The run diverged",
    diverged: "A number grew beyond all bounds. Smaller learning rates help.",
    replacedTitle: "A new run",
    replaced: "The server no longer had this run, so a new one began with the same settings.",
  },

  /** @param {"paused"|"playing"|"diverged"} status @param {number} step */
  announce: (status, step) =>
    ({
      playing: "Training",
      paused: `Paused at step ${formatCount(step)}`,
      diverged: `The run diverged at step ${formatCount(step)}`,
    })[status],

  help: {
    title: "What is what",
    close: "Close",
    intro:
      "Two networks play a game. The generator turns noise into fake samples; the discriminator " +
      "tells them from the real ones. Each learns from the other.",
    good:
      "It works when the fakes cover all the real dots and the background fades: the " +
      "discriminator can no longer tell.",
  },
};
