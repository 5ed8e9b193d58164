// Reading without a connection. It keeps nothing by itself: pages that were read are put there by reader.js; here they are found.
"use strict";
const PAGES = "prism-pages";
const FILES = "prism-files";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(request, url));
});

// The name of a shared file holds the hash of its content: what is there never changes.
async function file(request) {
  return (await caches.match(request, { cacheName: FILES })) || fetch(request);
}

// The newest first; without a connection as it was read last, or else the page that lists what was read.
async function page(request, url) {
  const pages = await caches.open(PAGES);
  const known = await pages.match(url.pathname);
  try {
    const answer = await fetch(request);
    if (known && answer.ok && !answer.redirected) await pages.put(url.pathname, answer.clone());
    return answer;
  } catch (error) {
    const instead = known || (await pages.match(`/${url.pathname.split("/")[1]}/reader/`));
    if (instead) return instead;
    throw error;
  }
}
