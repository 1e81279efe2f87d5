// Comforts on top of pages that work without them: a page under way looks again by itself, a draft is checked while it's typed, and
// nobody leaves an unsaved one by mistake.
"use strict";

// Asks less often while nothing changes, and not at all while nobody looks.
const figures = document.querySelector("[data-poll]");
if (figures) {
  const shortest = 2000;
  const longest = 30000;
  let wait = shortest;
  let last = "";
  let timer = 0;
  const look = async () => {
    timer = 0;
    if (document.hidden) return;
    try {
      const reply = await fetch(figures.dataset.poll, { credentials: "same-origin", redirect: "error" });
      if (!reply.ok) return;
      if (reply.headers.get("X-Poll") === "stop") {
        location.reload();
        return;
      }
      const now = await reply.text();
      wait = now === last ? Math.min(wait * 1.5, longest) : shortest;
      if (now !== last) figures.innerHTML = now;
      last = now;
    } catch {
      wait = Math.min(wait * 2, longest);
    }
    timer = setTimeout(look, wait);
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !timer) {
      wait = shortest;
      look();
    }
  });
  timer = setTimeout(look, wait);
}

const draft = document.querySelector("[data-compose]");
if (draft) {
  const pause = 900;
  let timer = 0;
  let round = 0;
  const check = async () => {
    const mine = ++round;
    const fields = new URLSearchParams(new FormData(draft));
    fields.set("do", "live");
    try {
      const reply = await fetch(draft.getAttribute("action"), { method: "POST", body: fields, credentials: "same-origin", redirect: "error" });
      if (!reply.ok || mine !== round) return;
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      for (const part of document.querySelectorAll("[data-live]")) {
        const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
        if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
      }
      for (const field of draft.querySelectorAll("input[id], select[id], textarea[id]")) {
        const fresh = page.getElementById(field.id);
        for (const name of ["aria-invalid", "aria-describedby"]) {
          if (fresh && fresh.hasAttribute(name)) field.setAttribute(name, fresh.getAttribute(name));
          else field.removeAttribute(name);
        }
      }
    } catch {
      // The buttons still work.
    }
  };
  let unsaved = draft.dataset.compose === "unsaved";
  const typed = () => {
    unsaved = true;
    clearTimeout(timer);
    timer = setTimeout(check, pause);
  };
  draft.addEventListener("input", typed);
  // On a slow line people type before this file is there, and a browser that comes back to a page fills in what was typed.
  if ([...draft.querySelectorAll("input[id], textarea[id]")].some((field) => field.value !== field.defaultValue)) typed();
  draft.addEventListener("submit", () => {
    unsaved = false;
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
}
