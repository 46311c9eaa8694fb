/** Draws graphs that Cytoscape moves at ease, with every nicety. */
export { createCytoscapeCanvas } from './cytoscape-canvas'
