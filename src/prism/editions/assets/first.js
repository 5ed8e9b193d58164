// What a reader chose stands before the first line is drawn. Kept in the browser alone (localStorage, "prism:hand").
"use strict";
(() => {
  const root = document.documentElement;
  let hand = {};
  try {
    hand = JSON.parse(localStorage.getItem("prism:hand")) || {};
  } catch {
    // No storage, or not ours: the page is as it is for everyone.
  }
  for (const name of ["theme", "size", "density"]) {
    if (hand[name]) root.dataset[name] = hand[name];
  }
  if (hand.theme) {
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
      meta.content = hand.theme === "dark" ? "#131417" : "#faf9f6";
    }
  }
})();
