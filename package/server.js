/** What the package is on a server, where there is no page: the tag is drawn as it stands, and taken up in the browser. */
export class CheckedArticleElement {}
