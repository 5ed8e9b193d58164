// The page on which a reader sets how they read. It writes what first.js and reader.js go by, and nothing else.
"use strict";
(() => {
  const form = document.getElementById("settings");
  if (!form) return;
  const kept = (name) => {
    try {
      return JSON.parse(localStorage.getItem(name)) || {};
    } catch {
      return {};
    }
  };
  let hand = kept("prism:hand");
  const root = document.documentElement;
  const say = (name) => form.dataset[name];

  function put() {
    localStorage.setItem("prism:hand", JSON.stringify(hand));
    for (const name of ["theme", "size", "density"]) {
      if (hand[name]) root.dataset[name] = hand[name];
      else delete root.dataset[name];
    }
  }

  function list(id, entries, remove) {
    const place = document.getElementById(id);
    place.replaceChildren(...entries.map(([key, one]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = one.path || key;
      link.textContent = one.name || one.title;
      item.append(link);
      if (remove) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = "✕";
        button.setAttribute("aria-label", `${say("remove")}: ${link.textContent}`);
        button.addEventListener("click", () => {
          delete hand[remove][key];
          put();
          print();
        });
        item.append(" ", button);
      }
      return item;
    }));
    place.nextElementSibling.hidden = entries.length > 0;
  }

  function print() {
    for (const name of ["theme", "size", "density"]) {
      for (const choice of form.elements[name]) choice.checked = choice.value === (hand[name] || "");
    }
    for (const box of form.querySelectorAll("[name=language]")) box.checked = !hand.languages || hand.languages.includes(box.value);
    form.elements.offline.checked = hand.offline !== false;
    list("followed", Object.entries(hand.follow || {}), "follow");
    list("hidden", Object.entries(hand.hide || {}), "hide");
    const own = root.lang;
    list("read", Object.entries(kept("prism:read")).filter(([path]) => path.startsWith(`/${own}/`)).sort((one, other) => other[1].at - one[1].at).slice(0, 50));
  }

  async function forget() {
    for (const name of await caches.keys()) if (name.startsWith("prism-")) await caches.delete(name);
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  }

  form.addEventListener("change", async () => {
    for (const name of ["theme", "size", "density"]) {
      if (form.elements[name].value) hand[name] = form.elements[name].value;
      else delete hand[name];
    }
    const boxes = [...form.querySelectorAll("[name=language]")];
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    if (chosen.length === boxes.length) delete hand.languages;
    else hand.languages = chosen;
    if (form.elements.offline.checked) delete hand.offline;
    else hand.offline = false;
    put();
    if (hand.offline === false && window.caches) await forget();
  });
  document.getElementById("erase").addEventListener("click", async () => {
    localStorage.removeItem("prism:hand");
    localStorage.removeItem("prism:read");
    hand = {};
    for (const name of ["theme", "size", "density"]) delete root.dataset[name];
    print();
    document.getElementById("told").textContent = say("erased");
    if (window.caches) await forget();
  });
  form.hidden = false;
  print();
})();
