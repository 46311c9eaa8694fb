/** Layouts by their names: on the page in a worker, and on the command line. */
export { arrange } from './arrange'
