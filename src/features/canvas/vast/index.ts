/** Draws large graphs: a worker paints them whole, and the page only moves the painting. */
export { createVastCanvas } from './vast-canvas'
