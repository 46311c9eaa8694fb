/** What a browser gets for the addresses of the demo site, so that "Open in Confluence" leads somewhere. */
export { webPage } from './web-page'
