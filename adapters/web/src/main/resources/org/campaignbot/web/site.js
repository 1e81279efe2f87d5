// Comforts on top of pages that work without them: Esc leaves the chat, the field for the next message keeps the keyboard, and a page from
// the browser's memory is asked for anew.
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
  // People with a keyboard go on typing; a screen reader reads the answer as the field's description.
  const typed = document.getElementById("typed");
  if (sessionStorage.typed && matchMedia("(pointer: fine)").matches) typed.focus({ preventScroll: true });
  delete sessionStorage.typed;
  typed.form.addEventListener("submit", () => { sessionStorage.typed = "yes"; });
}
