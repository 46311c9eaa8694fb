/** What is worth a look in the graph, and who belongs together; worked out away from the page. */
export { runJob } from './run-job'
