// The style that puts a part of the graph in its place.

/** @param {{x: number, y: number, width?: number, height?: number}} box in pixels of the graph's plane */
export function placed({ x, y, width, height }) {
  return {
    left: `${x}px`,
    top: `${y}px`,
    ...(width && { width: `${width}px` }),
    ...(height && { height: `${height}px` }),
  };
}
