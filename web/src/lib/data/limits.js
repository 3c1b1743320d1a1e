// How much data the page takes in, and the plane that it is brought to.

/** A file, or a text pasted, may be this long. */
export const MOST_BYTES = 10 * 2 ** 20;

export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 64;

/** Decoding a picture takes four bytes a pixel, whatever its file's size. */
export const MOST_PIXELS = 16 * 2 ** 20;

/** Data are brought to −1 … 1; the plane shown reaches a little farther, as the server's does. */
export const PLANE = 1.3;

/** @type {[number, number, number, number]} x_min, x_max, y_min, y_max */
export const PLANE_EXTENT = [-PLANE, PLANE, -PLANE, PLANE];
