/**
 * Which article of the page the tag belongs to, and waiting for one that is not there.
 */

/**
 * The article that `host` belongs to as the page stands now, where it was laid over `before`; nothing where there is none.
 */
export function articleOf(host, before) {
  if (!host.isConnected) return;
  const id = host.getAttribute("for");
  if (host.target) return host.target.isConnected ? host.target : undefined;
  if (id) return host.getRootNode().getElementById?.(id) ?? host.ownerDocument.getElementById(id) ?? undefined;
  return before === host ? host : (host.querySelector(":scope > article") ?? undefined);
}

/** Why nothing can be laid over the page. */
export function missing(host) {
  const id = host.getAttribute("for");
  const message = host.target ? "the element in `target` is on no page" : id ? `no element has the id "${id}" that \`for\` names` : "there is no <article> in the tag any more";
  return Object.assign(new Error(message), { code: "article-missing" });
}

/** Has the tag start anew once its article stands on the page. */
export function startOverWhenItComes(host) {
  const wanted = () => [host.getAttribute("for"), host.target];
  const [id, target] = wanted();
  const observer = new MutationObserver(() => {
    const isTheSame = host.isConnected && wanted()[0] === id && wanted()[1] === target;
    if (isTheSame && !articleOf(host)) return;
    observer.disconnect();
    // Given its own target, a tag starts over. One that was taken out or got another article has done so itself.
    if (isTheSame) host.target = target;
  });
  const changes = { subtree: true, childList: true, attributes: true, attributeFilter: ["id"] };
  for (const root of new Set([host.getRootNode(), host.ownerDocument])) observer.observe(root, changes);
}
