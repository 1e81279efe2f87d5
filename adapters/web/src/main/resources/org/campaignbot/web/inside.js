// Hands over what Telegram's app says about whoever opened this page, after taking it out of the address. It's the little that we
// need of telegram-web-app.js, which would come from another site.
"use strict";

const entry = document.querySelector("[data-inside]");
if (entry) {
  const data = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  const app = window.TelegramWebviewProxy;
  const framed = window.parent !== window;
  // In an ordinary browser, somebody's link with their own data would sign others in as them.
  if (data && (app || framed)) {
    if (app) app.postEvent("web_app_expand", "{}");
    document.querySelector("[data-how]").hidden = true;
    document.querySelector("[data-wait]").hidden = false;
    entry.elements.namedItem("data").value = data;
    entry.elements.namedItem("framed").value = framed ? "yes" : "";
    entry.submit();
  }
}

// A tab that the frame itself opens would stay in the frame's sandbox, where no page of the console loads.
const tab = document.querySelector("[data-tab]");
if (tab) {
  tab.addEventListener("click", () => {
    const url = new URL(tab.dataset.tab, location.href).href;
    window.parent.postMessage(JSON.stringify({ eventType: "web_app_open_link", eventData: { url } }), tab.dataset.client);
  });
}
