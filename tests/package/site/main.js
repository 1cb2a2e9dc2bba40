/** What a site that bundles writes: the tag, and the class under a name of the site's own. */
import "checked-article";
import { CheckedArticleElement } from "checked-article/element";

customElements.define("harbour-story", class extends CheckedArticleElement {});
