// The export menu: what can be taken out of the lab, and brought back.
import { html } from "../../vendor/htm-preact.js";
import { texts } from "../texts.js";
import { Menu } from "./menu.js";
import { filmGroup, gridsGroup, walkGroup } from "./save/image-groups.js";
import { savePicture } from "./save/save-picture.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("./menu.js").MenuGroup} MenuGroup */

/** What the file dialog offers. */
const MODEL_FILES = ".safetensors";

/**
 * The groups of the menu of each scene, in order. Each is a function of the store, so that labels
 * and switches are those of the moment; a new one is a line here.
 * @type {Record<import("../scene.js").Scene, ((store: Store) => MenuGroup)[]>}
 */
const GROUPS = { plane: [modelGroup, ...pictureGroups()], image: [modelGroup, gridsGroup, walkGroup, filmGroup] };

/** @returns {((store: Store) => MenuGroup)[]} two files of each picture */
function pictureGroups() {
  return /** @type {const} */ (["plot", "graph", "charts"]).map((subject) => (store) => ({
    label: texts.save.groups[subject],
    items: /** @type {const} */ (["png", "svg"]).map((format) => ({
      id: `save-${subject}-${format}`,
      label: texts.save[format],
      help: texts.save.help[format],
      act: () => void savePicture(store, subject, format),
    })),
  }));
}

/** @param {Store} store @returns {MenuGroup} */
function modelGroup(store) {
  const words = texts.models;
  return {
    label: words.group,
    items: [
      { id: "save-model", label: words.save, help: words.saveHelp, act: () => void store.saveModel() },
      ...(store.scene === "image" ? networkItems(store) : []),
      { id: "open-model", label: words.open, help: words.openHelp, act: () => chooseFile(store) },
    ],
  };
}

/** One network by itself. @param {Store} store @returns {import("./menu.js").MenuItem[]} */
function networkItems(store) {
  const words = texts.models;
  return /** @type {const} */ (["generator", "discriminator"]).map((network) => ({
    id: `save-${network}`,
    label: words.networks[network],
    help: words.networkHelp,
    act: () => void store.saveModel(network),
  }));
}

/** Asks for a file and opens it as a model. @param {Store} store */
function chooseFile(store) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = MODEL_FILES;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void store.openModel(file);
  });
  input.click();
}

/** All groups as they stand; reading them follows the store. @param {Store} store */
export function exportGroups(store) {
  const waiting = !store.ready.value;
  return GROUPS[store.scene].map((groupOf) => {
    const { label, items } = groupOf(store);
    return { label, items: items.map((item) => ({ ...item, disabled: waiting || item.disabled })) };
  });
}

/** @param {{store: Store}} props */
export function ExportMenu({ store }) {
  return html`<${Menu} id="export-menu" label=${texts.models.menu} help=${texts.explain.menus.export} icon="export" groups=${exportGroups(store)} />`;
}
