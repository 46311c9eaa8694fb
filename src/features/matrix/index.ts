/** How many relations there are between spaces or sections, as a matrix. */
export { matrixOf, relationsBetween } from './matrix'
