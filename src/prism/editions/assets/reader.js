// The reader's hand: evidence beside its sentence, what is new since the last visit, following, hiding, sharing, reading offline.
// Everything works without it. It sends nothing anywhere: what it keeps stays in this browser ("prism:hand", "prism:read").
"use strict";
(() => {
  const root = document.documentElement;
  const sheet = document.getElementById("hand");
  const story = document.querySelector("article.story");
  if (!sheet) return;
  const say = (name) => sheet.content.querySelector(`[data-say=${name}]`).textContent;
  const kept = (name) => {
    try {
      return JSON.parse(localStorage.getItem(name)) || {};
    } catch {
      return {};
    }
  };
  const keep = (name, value) => {
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // Full or forbidden: the reader loses a comfort, not a text.
    }
  };
  const hand = kept("prism:hand");
  const make = (name, text, set) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(set || {})) made.setAttribute(key, value);
    return made;
  };

  /* Evidence: the note of a sentence comes to it. Enter or a touch opens, Escape closes, arrows go from sentence to sentence. */
  const marks = [...document.querySelectorAll(".mark a")];
  const card = sheet.content.querySelector(".evidence").cloneNode(true);
  const wide = matchMedia("(min-width: 62rem)");
  let open = -1;
  const sentence = (place) => document.getElementById("s-" + marks[place].hash.slice(3));

  function close(focus) {
    if (open < 0) return;
    marks[open].removeAttribute("aria-expanded");
    sentence(open).classList.remove("on");
    card.remove();
    if (focus) marks[open].focus({ preventScroll: true });
    open = -1;
  }

  function show(place, focus) {
    const note = document.getElementById(marks[place].hash.slice(1));
    const said = sentence(place);
    if (!note || !said) return;
    close(false);
    open = place;
    marks[place].setAttribute("aria-expanded", "true");
    said.classList.add("on");
    card.querySelector("#ev-title").textContent = marks[place].getAttribute("aria-label");
    card.querySelector(".evpart").replaceChildren(...[...note.querySelectorAll(".kind, .noted > span")].flatMap((node) => [node.cloneNode(true), " "]));
    card.querySelector(".evbody").replaceChildren(...[...note.lastElementChild.children].slice(2).map((node) => node.cloneNode(true)));
    card.querySelector("[data-do=previous]").disabled = place === 0;
    card.querySelector("[data-do=next]").disabled = place === marks.length - 1;
    const report = card.querySelector("[data-do=report]");
    const mail = document.querySelector("a.report");
    report.parentNode.hidden = !mail;
    if (mail) report.href = mail.href.replace(encodeURIComponent(story.dataset.path), encodeURIComponent(story.dataset.path + "#" + said.id));
    document.body.append(card);
    card.scrollTop = 0;
    stand(said);
    if (focus) card.focus({ preventScroll: true });
  }

  function stand(said) {
    card.style.top = card.style.left = "";
    const box = said.getBoundingClientRect();
    if (wide.matches) {
      const beside = document.querySelector(".main").getBoundingClientRect();
      const free = root.clientWidth - card.offsetWidth - 20;
      const left = root.dir === "rtl" ? Math.max(20, beside.left - card.offsetWidth - 28) : Math.min(beside.right + 28, free);
      const top = Math.min(Math.max(box.top, 16), Math.max(16, innerHeight - card.offsetHeight - 16));
      card.style.left = `${left + scrollX}px`;
      card.style.top = `${top + scrollY}px`;
    }
    const room = wide.matches ? innerHeight : innerHeight - card.offsetHeight;
    if (box.top < 0 || box.bottom > room) scrollBy({ top: box.top - Math.min(room / 3, 160) });
  }

  function step(by) {
    const place = open + by;
    if (place >= 0 && place < marks.length) show(place, true);
  }

  if (story && marks.length) {
    root.dataset.hand = "";
    marks.forEach((mark, place) => {
      mark.setAttribute("aria-haspopup", "dialog");
      mark.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        if (open === place) close(true);
        else show(place, true);
      });
      sentence(place).addEventListener("click", (event) => {
        if (event.target.closest("a") || !getSelection().isCollapsed) return;
        if (open === place) close(false);
        else show(place, true);
      });
    });
    card.addEventListener("click", (event) => {
      const what = event.target.closest("[data-do]");
      if (!what) return;
      if (what.dataset.do === "close") close(true);
      if (what.dataset.do === "next") step(1);
      if (what.dataset.do === "previous") step(-1);
    });
    document.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const here = marks.indexOf(document.activeElement);
      const within = card.contains(document.activeElement);
      if (event.key === "Escape" && open >= 0) {
        close(true);
      } else if ((here >= 0 || within) && /^Arrow(Left|Right)$/.test(event.key)) {
        const by = (event.key === "ArrowRight") === (root.dir !== "rtl") ? 1 : -1;
        event.preventDefault();
        if (open >= 0) step(by);
        else if (marks[here + by]) marks[here + by].focus();
      }
    });
    document.addEventListener("pointerdown", (event) => {
      if (open >= 0 && !card.contains(event.target) && !event.target.closest(".s, .mark")) close(false);
    });
    addEventListener("resize", () => close(false));
    const unfold = () => {
      const note = document.getElementById(location.hash.slice(1));
      if (note && note.matches(".notes > li")) note.lastElementChild.open = true;
    };
    addEventListener("hashchange", unfold);
    unfold();
  }

  /* What is new since this reader was here. */
  const read = kept("prism:read");
  if (story) {
    const before = read[story.dataset.path];
    const version = Number(story.dataset.version);
    if (before) {
      const fresh = [...story.querySelectorAll(".s[data-since]")].filter((said) => Number(said.dataset.since) > before.version);
      const rows = [...story.querySelectorAll("#coverage tr:has(time)")].filter((row) => Date.parse(row.querySelector("time").dateTime) > before.at);
      for (const said of fresh) said.classList.add("fresh");
      for (const row of rows) row.querySelector("th").append(" ", make("span", say("new"), { class: "flag" }));
      if (fresh.length || rows.length || version > before.version) since(before, fresh, rows);
    }
    read[story.dataset.path] = { version, at: Date.now(), title: document.querySelector("h1").textContent.slice(0, 200) };
    const newest = Object.entries(read).sort((one, other) => other[1].at - one[1].at).slice(0, 300);
    keep("prism:read", Object.fromEntries(newest));
  }

  function since(before, fresh, rows) {
    const box = sheet.content.querySelector(".since").cloneNode(true);
    const when = new Intl.DateTimeFormat(sheet.dataset.locale, { dateStyle: "medium", timeStyle: "short" }).format(before.at);
    const [title, note, list] = box.children;
    title.textContent = title.textContent.replace("\u23f1", when);
    note.textContent = note.textContent.replace("\u23f1", before.version);
    const line = (text, hash) => {
      const item = make("li", "");
      item.append(make("a", text, { href: hash }));
      list.append(item);
    };
    if (fresh.length) line(`${say("sentences")}: ${fresh.length}`, "#" + fresh[0].id);
    if (rows.length) line(`${say("reports")}: ${rows.length}`, "#coverage");
    document.querySelector(".main").prepend(box);
  }

  /* Following a topic, hiding a source; folding what is in a language that one does not read. */
  hand.follow = hand.follow || {};
  hand.hide = hand.hide || {};
  function pick(holder, kind, id, value, off, on) {
    const button = make("button", "", { type: "button", class: "pick" });
    const print = () => {
      button.textContent = hand[kind][id] ? on : off;
      button.setAttribute("aria-pressed", String(Boolean(hand[kind][id])));
    };
    button.addEventListener("click", () => {
      if (hand[kind][id]) delete hand[kind][id];
      else hand[kind][id] = value;
      keep("prism:hand", hand);
      print();
    });
    print();
    holder.append(" ", button);
  }
  for (const item of document.querySelectorAll("[data-follow]")) {
    const link = item.querySelector("a");
    const value = { name: item.dataset.name || link.textContent, path: link ? link.getAttribute("href") : location.pathname };
    pick(item, "follow", item.dataset.follow, value, say("follow"), say("following"));
  }
  for (const item of document.querySelectorAll("[data-hide]")) {
    pick(item, "hide", item.dataset.hide, { name: item.dataset.name, path: location.pathname }, say("hide"), say("shown"));
  }
  for (const item of document.querySelectorAll("article[data-o]")) {
    const outlets = item.dataset.o.split(" ");
    if (item.dataset.o && outlets.every((id) => hand.hide[id])) item.hidden = true;
    if ((item.dataset.t || "").split(" ").some((id) => hand.follow[id])) item.classList.add("followed");
  }
  if (story) {
    for (const item of story.querySelectorAll("[data-o]")) {
      if (hand.hide[item.dataset.o]) fold(item, say("folded"));
    }
    const reads = hand.languages || [];
    if (reads.length) {
      for (const item of story.querySelectorAll("details[data-lang]")) item.open = reads.includes(item.dataset.lang);
      for (const item of story.querySelectorAll("blockquote[data-lang]")) {
        const gloss = item.querySelector(".gloss");
        if (gloss && !reads.includes(item.dataset.lang)) item.prepend(gloss);
      }
    }
  }
  function fold(item, told) {
    const inner = item.tagName === "TR" ? item.querySelector(".says") : item;
    const folded = make("details", "", { class: "folded" });
    folded.append(make("summary", told), ...inner.childNodes);
    inner.append(folded);
  }

  /* Sharing: the device's own way where it has one, else the address is copied. */
  const acts = document.querySelector(".acts");
  if (acts && (navigator.share || navigator.clipboard)) {
    const button = make("button", say("share"), { type: "button" });
    button.addEventListener("click", async () => {
      const what = { title: document.querySelector("h1").textContent, url: document.querySelector("link[rel=canonical]").href };
      try {
        if (navigator.share) {
          await navigator.share(what);
        } else {
          await navigator.clipboard.writeText(what.url);
          button.textContent = say("copied");
        }
      } catch {
        // The reader changed their mind, or may not: nothing is lost.
      }
    });
    acts.append(button);
  }

  /* What was read can be read again without a connection. */
  if (navigator.onLine === false) {
    const line = document.querySelector(".by") || document.querySelector("h1");
    if (line) line.after(make("p", say("offline"), { class: "small", role: "status" }));
  }
  if ("serviceWorker" in navigator && window.caches && isSecureContext && hand.offline !== false) {
    addEventListener("load", async () => {
      try {
        await navigator.serviceWorker.register("/sw.js");
        const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((node) => node.href || node.src);
        const cache = await caches.open("prism-files");
        for (const file of files) if (!(await cache.match(file))) await cache.add(file);
        const pages = await caches.open("prism-pages");
        const settings = document.querySelector("a.hand[href$='/reader/']").getAttribute("href");
        if (!(await pages.match(settings))) await pages.add(settings);
        if (story) await pages.add(location.pathname);
        const old = (await pages.keys()).slice(0, -200);
        for (const request of old) await pages.delete(request);
      } catch {
        // No room, or no connection any more: the page stands as it is.
      }
    });
  }
})();
