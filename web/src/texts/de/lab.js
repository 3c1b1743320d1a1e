// German: the lab's own sentences: head, bar, panel, messages.

import { formatCount } from "../../lib/format.js";

/** @type {typeof import("../en/lab.js").lab} */
export const lab = {
  name: "ganlab",
  offline: "Der Server ist nicht zu erreichen. Nichts wurde geändert.",
  refused: "Das wurde abgelehnt",
  about: (label, message) => `„${label}“: ${message}`,

  header: {
    theme: { system: "Farben: wie das System", light: "Farben: hell", dark: "Farben: dunkel" },
    colourBlind: "Farben für Farbenblinde",
    colourBlindHelp: "Echte Punkte blau, Fälschungen orange und als Rauten.",
    help: "Was ist was",
    language: "Sprache",
    languageLost: "Dieser Browser merkt sich keine Einstellungen, die Sprache bleibt also, wie sie ist.",
  },

  bar: {
    label: "Versuch",
    data: "Verteilung der Daten:",
    preset: "Vorlage",
    custom: "Eigene",
    choose: "Wählen…",
    step: "Schritt",
    steps: "Schritte",
    stepsPerSecond: "Schritte pro Sekunde",
    fullSpeed: "max",
    speed: "Tempo",
    speedValue: (speed) => `${formatCount(speed)}/s`,
    startsRun: "Beginnt einen neuen Lauf.",
  },

  transport: {
    group: "Training",
    reset: "Neu beginnen",
    resetHelp: "Zurück zu Schritt 0 mit denselben Einstellungen und derselben Startzahl.",
    play: "Abspielen",
    playHelp: "Trainieren, bis du anhältst.",
    pause: "Anhalten",
    pauseHelp: "Nach diesem Schritt aufhören.",
    players: {
      both: { label: "Beide", title: "Ein Schritt beider Spieler" },
      discriminator: { label: "Nur D", title: "Nur der Diskriminator lernt" },
      generator: { label: "Nur G", title: "Nur der Generator lernt" },
    },
    speedHelp: "Wie viele Schritte pro Sekunde gespielt werden. Ganz rechts so schnell, wie der Server kann.",
  },

  panel: {
    title: "Wie das Spiel geht",
    subtitle: "zurück zu Schritt 0",
    rebuild: "neuer Lauf",
    rebuildHelp: "Wer hier etwas ändert, beginnt einen neuen Lauf.",
    liveHelp: "Wirkt ab dem nächsten Schritt.",
    rebuildOneHelp: "Eine Änderung beginnt einen neuen Lauf.",
    effective: "gilt",
    restarted: "neu",
    more: "Mehr",
    fewer: "Weniger",
    loading: "Die Liste dessen, was sich einstellen lässt, ist noch unterwegs.",
    groups: {
      "d-updates": "Updates des Diskriminators",
      discriminator: "Netz des Diskriminators",
      loss: "Was jeder Spieler minimiert",
      samples: "Echte Punkte",
      noise: "Eingabe",
      generator: "Netz des Generators",
      "g-updates": "Updates des Generators",
      game: "Jeder Schritt",
      more: "Mehr",
    },
    dLoss: "Verlust D",
    gLoss: "Verlust G",
    decrease: "weniger",
    increase: "mehr",
    notNumber: (shown) => `Erlaubt ist eine Zahl. Es gilt weiter ${shown}.`,
    watch: "Achte auf:",
  },

  tabs: { label: "Neben dem Bild", metrics: "Messwerte", model: "Modell" },

  plot: {
    empty: "Drück auf Abspielen, um einen Generator auf diese Punkte zu trainieren",
    loadingTitle: "Ein Lauf beginnt",
    loading: "Die Netze werden gebaut und die ersten Punkte gezogen.",
    lost: (seconds) => `Verbindung verloren, neuer Versuch in ${seconds} s`,
    connecting: "Verbindung verloren, neuer Versuch läuft",
    tryNow: "Jetzt versuchen",
    failedTitle: "Der Server des Labors antwortet nicht",
    failed: (message, seconds) =>
      `${message ?? "Läuft er?"} Die Seite versucht es in ${seconds} s wieder.`,
    fullTitle: "Alle Plätze sind belegt",
    full: (message, seconds) =>
      `${message ?? "Jeder Platz auf diesem Server ist vergeben."} Die Seite fragt in ${seconds} s wieder.`,
    lockedTitle: "Dieses Labor fragt nach einem Token",
    locked: "Der Server hat es beim Start ausgegeben. Füge es hier ein.",
    token: "Token",
    unlock: "Eintreten",
    goBack: (step) => `Zurück zu ${formatCount(step)}`,
    startAgain: "Neu beginnen",
    dismiss: "Schließen",
    divergedTitle: "Der Lauf ist entgleist",
    diverged: "Eine Zahl ist über alle Grenzen gewachsen. Kleinere Lernraten helfen.",
    replacedTitle: "Ein neuer Lauf",
    replaced: "Der Server kannte diesen Lauf nicht mehr; ein neuer begann mit denselben Einstellungen.",
  },

  announce: (status, step) =>
    ({
      playing: "Das Training läuft",
      paused: `Angehalten bei Schritt ${formatCount(step)}`,
      diverged: `Der Lauf ist bei Schritt ${formatCount(step)} entgleist`,
    })[status],

  help: {
    title: "Was ist was",
    close: "Schließen",
    intro:
      "Zwei Netze spielen ein Spiel. Der Generator macht aus Rauschen Fälschungen; der Diskriminator " +
      "unterscheidet sie von den echten Punkten. Jeder lernt vom anderen.",
    good:
      "Es gelingt, wenn die Fälschungen alle echten Punkte abdecken und der Hintergrund verblasst: Der " +
      "Diskriminator kann sie nicht mehr unterscheiden.",
  },
};
