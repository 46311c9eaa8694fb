/** How many relations there are between spaces or sections, as a matrix. */
export { type Matrix, matrixOf, relationsBetween } from './matrix'
