// The drawing board: stands in the picture's place until the drawing is used or put away.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useMemo, useRef, useState } from "../../../vendor/preact-hooks.js";
import { effect } from "../../../vendor/signals.js";
import { limitsOf, ownEntry } from "../../controls/own-points.js";
import { texts } from "../../texts.js";
import { Brushwork } from "./brushwork.js";
import { PointsCanvas } from "./points-canvas.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("./points-picture.js").PointsPicture} PointsPicture */

const words = texts.data.board;

/** The head of the picture while there is a board. @param {{store: Store}} props */
export function BoardHead({ store }) {
  const own = store.catalog.value && ownEntry(store.catalog.value);
  return html`<div class="panel-head">
    <h2>${texts.data.draw}</h2>
    <p>${own && words.subtitle(limitsOf(own).fewest)}</p>
  </div>`;
}

/** @param {{store: Store}} props */
export function DrawBoard({ store }) {
  const own = store.ownData;
  const board = useRef(/** @type {HTMLDivElement|null} */ (null));
  const picture = useRef(/** @type {PointsPicture|null} */ (null));
  const [said, say] = useState("");
  const count = own.drawing.value?.points.length ?? 0;
  void own.changed.value; // the drawing is the same object before and after
  const brushwork = useMemo(
    () =>
      new Brushwork(own, () => picture.current, {
        say: (x, y) => say(words.at(x, y, own.drawing.peek()?.points.length ?? 0)),
        leave: () => own.closeBoard(),
      }),
    [],
  );
  useFocusWhileOpen(board);
  useLeaveWithData(store);

  return html`<div
      class="draw-board"
      role="application"
      tabindex="0"
      ref=${board}
      aria-roledescription=${words.roleDescription}
      aria-label=${`${words.canvas}. ${words.keys}`}
      data-testid="draw-canvas"
      data-points=${count}
      onTouchStart=${keepGesture}
      onPointerDown=${brushwork.onPointerDown}
      onPointerMove=${brushwork.onPointerMove}
      onPointerUp=${brushwork.onPointerUp}
      onPointerCancel=${brushwork.onPointerUp}
      onPointerLeave=${brushwork.onPointerLeave}
      onKeyDown=${brushwork.onKeyDown}
      onFocus=${brushwork.onFocus}
      onBlur=${brushwork.hideRing}
    >
      <${PointsCanvas}
        label=${words.canvas}
        begin=${(/** @type {PointsPicture} */ made) => {
          picture.current = made;
          return followDrawing(made, store);
        }}
      />
      ${count === 0 && html`<p class="draw-hint">${words.hint}<br /><small>${words.hintKeys}</small></p>`}
    </div>
    <p class="hidden" role="status">${said}</p>`;
}

/** A stroke is no swipe: else Chromium takes the tap that follows it for the end of a scroll. @param {TouchEvent} event */
function keepGesture(event) {
  event.preventDefault();
}

/** Shows what the board holds, and keeps it so. @param {PointsPicture} picture @param {Store} store */
function followDrawing(picture, { ownData: own }) {
  const stops = [
    effect(() => {
      void own.changed.value;
      picture.set({ points: own.drawing.value?.points ?? [] });
    }),
    effect(() => picture.set({ spread: own.spread.value })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Takes the focus, and gives it back to the button that opened the board. @param {{current: HTMLElement|null}} board */
function useFocusWhileOpen(board) {
  useEffect(() => {
    const opener = document.activeElement;
    board.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
}

/** Puts the board away when the run turns to other data: its picture is what one wants to see then. @param {Store} store */
function useLeaveWithData(store) {
  const data = store.session.value?.config.data.id;
  const first = useRef(data);
  useEffect(() => {
    if (data !== undefined && first.current !== undefined && data !== first.current) store.ownData.closeBoard();
    first.current = data;
  }, [data]);
}
