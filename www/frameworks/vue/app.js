/** A page drawn by Vue on the server and hydrated in the browser, with the tag in its tree. */
import { createSSRApp, h, ref } from "vue";

/** An app; one for each request on a server, one in the browser. */
export function app() {
  const page = createSSRApp({
    setup() {
      const opened = ref(0);
      return () =>
        h("main", [
          h("h1", "The tag in a Vue page"),
          h("p", { role: "status" }, `Cards opened so far: ${opened.value}`),
          h("checked-article", { src: "../../alaska-summit.json", "onCa-open": () => opened.value++ }, [
            h("p", "The report is drawn here by this page’s script."),
          ]),
          h("footer", [h("button", { type: "button", onClick: () => (opened.value = 0) }, "Start again")]),
        ]);
    },
  });
  page.config.compilerOptions.isCustomElement = (tag) => tag === "checked-article";
  return page;
}
