// Two comforts on top of pages that work without them: Esc leaves the chat, and a page from the browser's memory is asked for anew.
"use strict";
const leave = document.getElementById("leave");
if (leave) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.documentElement.hidden = true;
      leave.submit();
    }
  });
  const newest = document.getElementById("new");
  if (newest) newest.scrollIntoView({ block: "start" });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
