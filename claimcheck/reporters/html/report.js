"use strict";
(() => {
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const root = document.documentElement;
  const cards = all(".card");
  const spots = all("[data-claims]");
  const panel = one("#cards");
  const bar = one(".bar");
  const shown = one("#shown");
  const reset = one("#reset");
  const chosen = { state: one("#choose-state"), code: one("#choose-code") };
  const search = one("#search");
  const failing = one("#only-failing");
  const buttons = all("[data-filter]");
  const texts = new Map();
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (card) => {
    if (!texts.has(card)) texts.set(card, fold(card.textContent));
    return texts.get(card);
  };
  const number = (count) => count.toLocaleString(root.lang);
  const has = (list, value) => !value || list.split(" ").includes(value);

  // Light or dark: the reader's choice, kept where the browser keeps anything for a file.
  const theme = one("#theme");
  const keep = (name) => { try { localStorage.setItem("claimcheck-theme", name); } catch { /* then it is not kept */ } };
  const kept = () => { try { return localStorage.getItem("claimcheck-theme"); } catch { return null; } };
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const told = () => theme.setAttribute("aria-pressed", String(dark()));
  if (["light", "dark"].includes(kept())) root.dataset.theme = kept();
  theme.hidden = false;
  theme.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; keep(root.dataset.theme); told(); });
  told();

  // Filters: every one that is set must hold; of the verdicts, one of those that are pressed.
  const apply = () => {
    const verdicts = buttons.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.dataset.filter);
    const wanted = fold(search.value).split(/\s+/).filter(Boolean);
    const state = chosen.state ? chosen.state.value : "";
    const code = chosen.code ? chosen.code.value : "";
    let count = 0;
    for (const card of cards) {
      const fits = (!verdicts.length || verdicts.includes(card.dataset.verdict))
        && has(card.dataset.states, state) && has(card.dataset.codes, code)
        && (!failing || !failing.checked || "fails" in card.dataset)
        && wanted.every((word) => words(card).includes(word));
      card.hidden = !fits;
      count += fits;
    }
    const some = Boolean(verdicts.length || wanted.length || state || code || (failing && failing.checked));
    for (const spot of spots) {
      const on = spot.dataset.claims.split(" ").some((place) => !document.getElementById(`claim-${place}`).hidden);
      spot.classList.toggle("off", !on);
    }
    for (const apart of all(".apart")) apart.hidden = some;
    reset.hidden = !some;
    shown.textContent = count ? shown.dataset.form.replace("{shown}", number(count)).replace("{total}", number(cards.length)) : shown.dataset.none;
  };
  const clear = () => {
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    for (const choice of Object.values(chosen)) if (choice) choice.value = "";
    search.value = "";
    if (failing) failing.checked = false;
    apply();
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  }
  for (const choice of Object.values(chosen)) if (choice) choice.addEventListener("change", apply);
  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  if (failing) failing.addEventListener("change", apply);
  reset.addEventListener("click", () => { clear(); search.focus(); });

  // From the article to a claim, and on to the next one to look at.
  const current = (card) => {
    for (const other of all("[aria-current]")) other.removeAttribute("aria-current");
    card.setAttribute("aria-current", "true");
    const place = card.id.slice("claim-".length);
    for (const spot of spots) if (spot.dataset.claims.split(" ").includes(place)) spot.setAttribute("aria-current", "true");
  };
  const go = (card) => {
    if (card.hidden) clear();
    current(card);
    card.focus({ preventScroll: true });
    const apart = getComputedStyle(panel).overflowY === "auto";
    if (apart) {
      panel.scrollTop += card.getBoundingClientRect().top - panel.getBoundingClientRect().top - 8;
      if (panel.getBoundingClientRect().top > innerHeight / 2) card.scrollIntoView({ block: "nearest" });
    } else {
      card.scrollIntoView({ block: "start" });
    }
    try { history.replaceState(null, "", `#${card.id}`); } catch { /* a page from the disk may not */ }
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#claim-"]');
    const card = link && document.getElementById(link.hash.slice(1));
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(card);
  });
  const step = (way) => {
    const looked = cards.filter((card) => !card.hidden && "look" in card.dataset);
    if (!looked.length) return;
    const at = cards.indexOf(one('.card[aria-current="true"]'));
    const ahead = way > 0 ? looked.find((card) => cards.indexOf(card) > at) : looked.findLast((card) => cards.indexOf(card) < at);
    go(ahead || (way > 0 ? looked[0] : looked[looked.length - 1]));
  };
  one("#next").addEventListener("click", () => step(1));
  one("#previous").addEventListener("click", () => step(-1));
  if (location.hash.startsWith("#claim-")) {
    const card = document.getElementById(location.hash.slice(1));
    if (card) requestAnimationFrame(() => go(card));
  }

  // Sentences of the article without a claim.
  const point = one("#point-out");
  const pointed = () => document.body.classList.toggle("unpointed", Boolean(point) && !point.checked);
  if (point) point.addEventListener("change", pointed);
  pointed();

  addEventListener("beforeprint", () => { for (const fold of all("details")) fold.open = true; });
  for (const part of [bar, ...all(".scripted")]) part.hidden = false;
  apply();
})();
