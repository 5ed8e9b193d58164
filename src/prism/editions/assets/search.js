// Searches an edition in the reader's browser. The index is made by prism/editions/search; what is done there to texts is
// done here to what is typed. Nothing is sent anywhere: only files of this site are fetched, and no word stands in their names
// but as the number of a shard.
"use strict";
(() => {
  const form = document.getElementById("search");
  const told = document.getElementById("told");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const say = form.dataset;
  const base = say.base;
  const PAGE = 10;
  const WEIGHT = [1, 2, 3, 5];
  const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const UNSPACED = "ぁ-ゖァ-ヺー一-鿿々㐀-䶿";
  const WORD = new RegExp(`[가-힣]+|[${UNSPACED}]+|(?:(?![_가-힣${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const KOREAN = /^[가-힣]/;
  const CHARACTERS = new RegExp(`^[${UNSPACED}]`);
  const FURNITURE = /^[ぁ-ゖ]+$/;
  const files = new Map();
  let manifest = null;
  let asked = 0;

  function file(path) {
    if (!files.has(path)) {
      const answer = fetch(base + path).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${path}`);
        return response.json();
      });
      answer.catch(() => files.delete(path));
      files.set(path, answer);
    }
    return files.get(path);
  }

  // ---- terms

  function hashed(key) {
    let value = 0x811c9dc5;
    for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193) >>> 0;
    return value;
  }

  const isPaired = (word) => KOREAN.test(word) || CHARACTERS.test(word);
  const SPREAD = 8;
  function home(term) {
    const size = isPaired(term) ? 1 : 2;
    return hashed(term.slice(0, size)) + (term.length > size ? term.charCodeAt(size) % SPREAD : 0);
  }
  const folded = (word) => word.normalize("NFKD").replace(/\p{M}/gu, "");

  function pairs(word) {
    if (word.length < 2) return [word];
    return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  }

  // Every other pair of those that follow each other, and the last: they hold all characters, and half as many need be fetched.
  function enough(word, wanted) {
    const all = pairs(word);
    const kept = [];
    let before = false;
    all.forEach((pair, at) => {
      if (!wanted(pair)) return (before = false);
      const ends = at + 1 === all.length || !wanted(all[at + 1]);
      before = !before || ends;
      return before && kept.push(pair);
    });
    return kept;
  }

  function bare(word) {
    const tail = manifest.tails.find((one) => word.endsWith(one) && word.length - one.length >= 2);
    return tail ? word.slice(0, -tail.length) : word;
  }

  function wordsOf(text) {
    const small = text.normalize("NFC").toLowerCase().replaceAll("ß", "ss");
    const words = [...new Set(small.match(WORD) || [])].slice(0, 12);
    const kept = words.filter((word) => !manifest.stop.includes(word));
    return kept.length ? kept : words;
  }

  // Whether two words differ by one letter: wrong, missing, too many, or two exchanged.
  function isNear(one, other) {
    if (one === other) return true;
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const a = one.slice(at), b = other.slice(at);
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
      || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  }

  // ---- the index

  const shard = (segment, hash) => file(`${segment.n}/${(hash & (segment.s - 1)) >>> 0}.json`);

  function postings(text) {
    const list = [];
    let at = 0, value = 0, shift = 0;
    for (const letter of text) {
      const figure = ALPHABET.indexOf(letter);
      value |= (figure & 31) << shift;
      shift += 5;
      if (figure > 31) continue;
      at += value >> 2;
      list.push([at, value & 3]);
      value = shift = 0;
    }
    return list;
  }

  // Story → weight of one set of terms in a segment: of those stories that have all that are required.
  async function matches(segment, required, liked) {
    const lists = await Promise.all([...required, ...liked].map(async (term) => {
      const text = (await shard(segment, home(term))).t[term];
      return text ? postings(text) : [];
    }));
    const scores = new Map();
    lists.forEach((list, number) => {
      for (const [at, place] of list) {
        const score = scores.get(at) || { had: 0, weight: 0 };
        score.had += number < required.length ? 1 : 0;
        score.weight += WEIGHT[place] / lists.length;
        scores.set(at, score);
      }
    });
    return new Map([...scores].filter(([, score]) => score.had === required.length).map(([at, { weight }]) => [at, weight]));
  }

  // The ways in which a word may stand in a segment, each as terms with a weight.
  async function ways(segment, word, isLast) {
    if (KOREAN.test(word)) {
      const plain = bare(word);
      if (word.length === 1) return startingWith(segment, word);
      const whole = pairs(plain);
      // The pair that leads on to what was taken off tells 김정은 from 김정호.
      const liked = pairs(word).slice(whole.length, whole.length + 1);
      return [{ required: enough(plain, () => true), liked, weight: 1 }];
    }
    if (CHARACTERS.test(word)) {
      if (word.length === 1) return startingWith(segment, word);
      // Kanji and Katakana must stand so; what stands beside Hiragana may be joined otherwise.
      const firm = enough(word, (pair) => !/[ぁ-ゖ]/.test(pair));
      const half = enough(word, (pair) => !FURNITURE.test(pair));
      const required = firm.length ? firm : half.length ? half : enough(word, () => true);
      return [{ required, liked: half.filter((pair) => !required.includes(pair)).slice(0, 2), weight: 1 }];
    }
    const plain = folded(word);
    const part = await shard(segment, home(plain));
    const stems = new Map([[part.v[plain] || plain, 1]]);
    // A word that the index has not in this form has the stem of one that it has: the longest beginning that both share.
    if (!part.v[plain] && !part.t[plain] && plain.length > 4) {
      const kin = Object.keys(part.t).filter((stem) => stem.length > 3 && plain.startsWith(stem) && plain.length - stem.length < 5);
      if (kin.length) stems.set(kin.reduce((a, b) => (b.length > a.length ? b : a)), 0.9);
    }
    if (isLast && plain.length > 2) {
      const longer = Object.keys(part.t).filter((stem) => stem.startsWith(plain) && !stems.has(stem));
      for (const stem of longer.sort((a, b) => a.length - b.length).slice(0, 12)) stems.set(stem, 0.6);
    }
    return [...stems].map(([stem, weight]) => ({ required: [stem], liked: [], weight }));
  }

  async function startingWith(segment, character) {
    const homes = new Set(Array.from({ length: SPREAD }, (_, step) => (home(character) + step) & (segment.s - 1)));
    const parts = await Promise.all([...homes].map((hash) => shard(segment, hash)));
    const terms = parts.flatMap((part) => Object.keys(part.t).filter((term) => term.startsWith(character)));
    return terms.map((term) => ({ required: [term], liked: [], weight: 1 }));
  }

  // What a word that no story has may have been meant to be.
  async function meant(word) {
    const korean = KOREAN.test(word);
    const plain = korean ? bare(word) : folded(word);
    if (CHARACTERS.test(word) || plain.length < (korean ? 3 : 5)) return [];
    const size = korean ? 1 : 2;
    const letters = (one) => (korean ? one.normalize("NFD") : one);
    const near = new Map();
    await Promise.all(manifest.segments.flatMap((segment) => ["<" + plain.slice(0, size), ">" + plain.slice(-size)].map(async (key) => {
      for (const other of (await shard(segment, hashed(key))).z[key] || []) {
        if (isNear(letters(plain), letters(other))) near.set(other, (near.get(other) || 0) + 1);
      }
    })));
    return [...near].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 3).map(([other]) => other);
  }

  // Segment → story → weight, of one word that was typed, or of what may have been meant by it.
  async function look(words, isLast) {
    const each = await Promise.all(manifest.segments.map(async (segment) => {
      const scores = new Map();
      for (const word of words) {
        for (const way of await ways(segment, word, isLast)) {
          for (const [at, weight] of await matches(segment, way.required, way.liked)) {
            scores.set(at, Math.max(scores.get(at) || 0, weight * way.weight));
          }
        }
      }
      return scores;
    }));
    return { each, count: each.reduce((sum, scores) => sum + scores.size, 0) };
  }

  async function facts(segment) {
    if (!segment.days) {
      const known = segment.m || (await file(`${segment.n}/facts.json`));
      let day = known.f;
      segment.days = [day, ...known.d.map((step) => (day += step))];
      segment.sections = known.s;
      segment.chunks = known.k;
    }
    return segment;
  }

  // ---- one search

  const ordinal = (text) => (text ? Math.floor(Date.parse(text + "T00:00:00Z") / 86400000) + 719163 : 0);

  async function search(query) {
    const notes = [];
    const words = wordsOf(query.q);
    const counted = await Promise.all(words.map(async (word, number) => {
      let got = await look([word], number === words.length - 1);
      let shown = [word];
      if (!got.count) {
        const others = await meant(word);
        if (others.length) {
          got = await look(others, false);
          shown = others;
          notes.push([word, others[0]]);
        }
      }
      return { ...got, shown };
    }));
    const total = manifest.segments.reduce((sum, segment) => sum + segment.c, 0) || 1;
    const rarity = counted.map(({ count }) => Math.log(1 + total / (1 + count)));
    const letters = "abcdefghijklmnopqrstuvwxyz";
    const names = Object.keys(manifest.sections);
    const wanted = letters[names.indexOf(query.section)] || "";
    const since = ordinal(query.since), until = ordinal(query.until) || Infinity;
    const list = [];
    await Promise.all(manifest.segments.map(async (segment, number) => {
      if (!counted.some(({ each }) => each[number].size)) return;
      await facts(segment);
      const stories = new Map();
      counted.forEach(({ each }, word) => {
        for (const [at, weight] of each[number]) {
          const story = stories.get(at) || { segment, number, at, had: 0, weight: 0 };
          story.had += 1;
          story.weight += weight * rarity[word];
          stories.set(at, story);
        }
      });
      for (const story of stories.values()) {
        story.day = segment.days[story.at];
        if (story.day < since || story.day > until || (wanted && segment.sections[story.at] !== wanted)) continue;
        list.push(story);
      }
    }));
    const most = list.reduce((so_far, { had }) => Math.max(so_far, had), 0);
    const newest = list.reduce((so_far, { day }) => Math.max(so_far, day), 0);
    const kept = list.filter(({ had }) => had === most);
    for (const story of kept) story.weight *= 1 + 0.3 / (1 + (newest - story.day) / 30);
    kept.sort((a, b) => b.weight - a.weight || b.day - a.day || b.number - a.number || b.at - a.at);
    return { list: kept, notes, partial: most > 0 && most < words.length, shown: counted.flatMap(({ shown }) => shown) };
  }

  // ---- what is shown

  async function textOf({ segment, at }) {
    let chunk = 0, rest = at;
    while (rest >= segment.chunks[chunk]) rest -= segment.chunks[chunk++];
    return (await file(`${segment.n}/s${chunk}.json`))[rest];
  }

  // A pattern for what to mark: Korean and unspaced words as they are typed, others where a word begins like them.
  function pattern(words) {
    const parts = words.map((word) => {
      const plain = KOREAN.test(word) ? bare(word) : word;
      const safe = plain.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return isPaired(word) ? safe : `(?<![\\p{L}\\p{N}])${plain.length > 4 ? safe.slice(0, Math.max(4, plain.length - 2)) : safe}[\\p{L}\\p{N}]*`;
    });
    return parts.length ? new RegExp(parts.join("|"), "giu") : /$^/g;
  }

  function marked(element, text, wanted) {
    let at = 0;
    for (const hit of text.matchAll(wanted)) {
      if (!hit[0]) continue;
      element.append(text.slice(at, hit.index), Object.assign(document.createElement("mark"), { textContent: hit[0] }));
      at = hit.index + hit[0].length;
    }
    element.append(text.slice(at));
    return element;
  }

  const make = (name, text = "", kind = "") => Object.assign(document.createElement(name), { textContent: text, className: kind });

  function best(story, wanted) {
    const count = (text) => new Set((text.match(wanted) || []).map((hit) => hit.toLowerCase())).size;
    let chosen = null, most = 0;
    for (const [address, text] of [...story.x].sort((a, b) => b[0].startsWith("body") - a[0].startsWith("body"))) {
      const hits = count(text);
      if (hits > most) [chosen, most] = [[address, text], hits];
    }
    return chosen;
  }

  function result(story, wanted) {
    const item = make("li");
    const head = make("h2");
    const link = Object.assign(make("a"), { href: story.p });
    head.append(marked(link, story.h, wanted));
    const at = new Date(story.t);
    const when = make("time", new Intl.DateTimeFormat(manifest.language, { dateStyle: "long", timeZone: manifest.zone }).format(at));
    when.dateTime = story.t;
    const kicker = make("p", "", "small");
    kicker.append(`${manifest.sections[story.s] || ""} · `, when);
    item.append(kicker, head, marked(make("p", "", "dek"), story.d, wanted));
    const sentence = best(story, wanted);
    if (sentence && !sentence[0].startsWith("dek")) {
      const quote = marked(make("p", "", "sentence"), sentence[1] + " ", wanted);
      quote.append(Object.assign(make("a", say.evidence, "small"), { href: story.p + (sentence[0] ? "#e-" + sentence[0] : "#evidence") }));
      item.append(quote);
    } else if (sentence && sentence[0]) {
      item.lastChild.append(" ", Object.assign(make("a", say.evidence, "small"), { href: `${story.p}#e-${sentence[0]}` }));
    }
    const tags = story.g.filter((tag) => (tag.match(wanted) || [""])[0]);
    if (tags.length) item.append(marked(make("p", "", "small"), tags.join(" · "), wanted));
    if (story.o.length) item.append(make("p", `${say.fromOutlets} ${story.o.join(", ")}`, "small"));
    return item;
  }

  const filled = (text, fields) => text.replace(/\{(\w+)\}/g, (_, name) => fields[name] ?? "");

  function counted(number) {
    const form = new Intl.PluralRules(manifest.language).select(number);
    const name = "count" + form[0].toUpperCase() + form.slice(1);
    return filled(say[name] || say.countOther, { count: new Intl.NumberFormat(manifest.language).format(number) });
  }

  async function show(answer, turn, from) {
    const wanted = pattern(answer.shown);
    const some = answer.list.slice(from, from + PAGE);
    const first = some.length ? await textOf(some[0]) : null;
    for (const text of [first, ...some.slice(1).map(textOf)]) {
      if (turn !== asked) return;
      if (text) found.append(result(await text, wanted));
    }
    more.hidden = from + PAGE >= answer.list.length;
    more.onclick = async () => {
      const next = found.children.length;
      await show(answer, turn, next);
      found.children[next]?.querySelector("a")?.focus();
    };
  }

  async function run() {
    const query = Object.fromEntries(new FormData(form));
    const turn = ++asked;
    const address = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${String(address) && "?" + address}`);
    more.hidden = true;
    if (!query.q.trim()) {
      told.textContent = "";
      found.replaceChildren();
      return;
    }
    told.textContent = say.busy;
    try {
      manifest ||= await file("index.json");
      const answer = await search(query);
      if (turn !== asked) return;
      found.replaceChildren();
      const lines = answer.notes.map(([word, other]) => filled(say.meant, { word, other }));
      if (answer.partial) lines.push(say.some);
      lines.push(answer.list.length ? counted(answer.list.length) : say.none);
      await show(answer, turn, 0);
      if (turn === asked) told.textContent = lines.join(" ");
    } catch (error) {
      if (turn === asked) told.textContent = say.failed;
    }
  }

  let pause = 0;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    run();
  });
  form.addEventListener("input", (event) => {
    if (event.isComposing) return;
    clearTimeout(pause);
    pause = setTimeout(run, event.target.name === "q" ? 350 : 0);
  });
  form.hidden = false;
  const given = new URLSearchParams(location.search);
  for (const name of ["q", "section", "since", "until"]) if (given.get(name)) form.elements[name].value = given.get(name);
  if (given.get("q")) run();
})();
