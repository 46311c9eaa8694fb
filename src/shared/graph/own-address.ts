/**
 * The address of an entity where it is on its site, an origin; undefined for any other. Files come
 * from anywhere, and what “Open in Confluence” opens must not lead elsewhere. The slash behind the
 * origin keeps `https://a.example.evil` and `https://a.example@evil` out; a backslash or a control
 * character is read as a slash, or left out, by browsers.
 */
export const ownAddress = (url: string | undefined, site: string): string | undefined =>
  url?.startsWith(`${site}/`) === true && !/[\\\p{Cc}\s]/u.test(url) ? url : undefined
