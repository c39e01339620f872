// The review page by keyboard: which item is chosen, what of the document is marked, which list is shown. What is decided goes
// to the server as the forms of the page; nothing is decided here.
(() => {
  const root = document.getElementById("review");
  if (!root) return;
  const text = document.getElementById("document");
  const list = document.getElementById("items");
  const search = document.getElementById("search");
  const none = document.getElementById("none");
  const panel = () => document.getElementById("panel");
  const row = id => document.getElementById("row-" + id);
  const shown = () => [...list.children].filter(each => !each.hidden);
  const marks = id => text.querySelectorAll('[data-items~="' + CSS.escape(id) + '"]');
  let chosen = root.dataset.item;
  // A key that was pressed before the panel of the chosen item was there; it is never meant for another item.
  let waiting = null;
  // Something was asked of the server. Until a form comes nothing that is typed is a command; until a decision is kept nothing
  // more is decided.
  let busy = "";

  function isIn(item, show) {
    const open = item.dataset.open === "true";
    return show === "all" || (show === "decided" ? !open : open && (show === "open" || item.dataset.doubtful === "true"));
  }

  function filter() {
    const words = search.value.trim().toLowerCase();
    for (const item of list.children) {
      item.hidden = !isIn(item, root.dataset.show) || (words !== "" && !item.textContent.toLowerCase().includes(words));
    }
    for (const tab of root.querySelectorAll(".tabs [data-show]")) {
      if (tab.dataset.show === root.dataset.show) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
    none.hidden = shown().length > 0;
  }

  function show(name) {
    root.dataset.show = name;
    filter();
    const first = shown()[0];
    if (first && !shown().includes(row(chosen))) choose(first.dataset.item);
  }

  function pane(name) {
    root.dataset.pane = name;
    for (const button of root.querySelectorAll(".panes button")) {
      button.setAttribute("aria-pressed", String(button.dataset.pane === name));
    }
    if (name === "document" && chosen) point(chosen);
  }

  // The words of the item, in the middle of the document's own pane; the page itself stays where it is.
  function point(id) {
    for (const mark of text.querySelectorAll(".on")) mark.classList.remove("on");
    const found = marks(id);
    for (const mark of found) mark.classList.add("on");
    if (found.length > 0) {
      const place = found[0].getBoundingClientRect();
      text.scrollTop += place.top - text.getBoundingClientRect().top - text.clientHeight / 3;
    }
  }

  function choose(id, focus = true) {
    const item = row(id);
    if (!item) return;
    waiting = null;
    chosen = id;
    for (const link of list.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
    const link = item.querySelector("a");
    link.setAttribute("aria-current", "true");
    if (focus) link.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
    point(id);
    history.replaceState(null, "", "?item=" + id + "&show=" + root.dataset.show);
    htmx.ajax("GET", "/reviews/" + root.dataset.review + "/items/" + id, { target: "#panel", swap: "outerHTML" });
  }

  function step(by) {
    const rows = shown();
    const at = rows.indexOf(row(chosen));
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next) choose(next.dataset.item);
  }

  // After a decision the next that is still to be decided; where none is left in this list, the first of it.
  function next(id, focus) {
    const after = [];
    for (let each = row(id).nextElementSibling; each; each = each.nextElementSibling) after.push(each);
    filter();
    const to = after.find(each => !each.hidden) || shown().find(each => each.dataset.item !== id) || shown()[0];
    if (to) choose(to.dataset.item, focus);
    else if (focus) document.getElementById("finish").focus();
  }

  // Where a selection lies in the text, in characters as people count them (code points).
  function selected() {
    const selection = getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const from = [...before.toString()].length;
    return { from, to: from + [...range.toString()].length };
  }

  function add() {
    const span = selected();
    const where = span ? "&from=" + span.from + "&to=" + span.to : "";
    pane("items");
    busy = "form";
    htmx.ajax("GET", "/reviews/" + root.dataset.review + "/items?what=T" + where, { target: "#panel", swap: "outerHTML" });
  }

  function press(key) {
    if (panel().dataset.item !== chosen) {
      waiting = key;
      return;
    }
    const button = panel().querySelector('[data-key="' + key + '"]');
    if (button && !button.disabled) {
      busy = button.matches("a") ? "form" : "decision";
      button.click();
    }
  }

  const acts = {
    j: () => step(1),
    k: () => step(-1),
    a: () => press("a"),
    e: () => press("e"),
    x: () => press("x"),
    u: () => press("u"),
    n: add,
    f: () => {
      const names = [...root.querySelectorAll(".tabs [data-show]")].map(tab => tab.dataset.show);
      show(names[(names.indexOf(root.dataset.show) + 1) % names.length]);
    },
    "/": () => search.focus(),
    b: () => (document.getElementById("accept-clean") || document.getElementById("finish")).focus(),
    t: () => document.getElementById("finish").focus(),
    "?": () => { const keys = root.querySelector(".keys"); keys.open = !keys.open; },
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const at = event.target;
    if (event.key === "Escape") {
      if (panel().querySelector("form .fields, form.reasoned")) choose(chosen || (shown()[0] || {}).dataset?.item);
      else if (at === search) { search.value = ""; filter(); search.blur(); }
      return;
    }
    if (at.matches("input, textarea, select")) {
      if (at === search && event.key === "Enter") { event.preventDefault(); step(0); }
      return;
    }
    const arrow = event.key === "ArrowDown" ? "j" : event.key === "ArrowUp" ? "k" : null;
    if (arrow && (at === text || text.contains(at))) return;
    const act = acts[arrow || event.key];
    if (act) {
      event.preventDefault();
      if (busy === "" || (busy === "decision" && "ft/b?".includes(event.key))) act();
    }
  });

  root.addEventListener("click", event => {
    const link = event.target.closest("a, button");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches("#items a")) {
      event.preventDefault();
      choose(link.closest("li").dataset.item);
    } else if (link.matches(".mark")) {
      event.preventDefault();
      if (!getSelection().isCollapsed) return;
      const items = link.dataset.items.split(" ");
      const item = items[(items.indexOf(chosen) + 1) % items.length];
      if (row(item).hidden) { root.dataset.show = "all"; search.value = ""; filter(); }
      pane("items");
      choose(item);
    } else if (link.matches(".tabs [data-show]")) {
      event.preventDefault();
      show(link.dataset.show);
    } else if (link.matches("button[data-pane]")) {
      pane(link.dataset.pane);
    } else if (link.matches("[data-close]")) {
      event.preventDefault();
      choose(chosen || (shown()[0] || {}).dataset?.item);
    } else if (link.id === "add") {
      add();
    }
  });
  // A click on the button must not take the selection away that it is about.
  document.getElementById("add").addEventListener("mousedown", event => event.preventDefault());
  search.addEventListener("input", filter);

  // A refusal is a piece of the page too; of one that comes as a page of its own the words are shown.
  document.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.target.id !== "panel" || event.detail.xhr.status < 400) return;
    const answer = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
    event.detail.shouldSwap = answer.getElementById("panel") !== null;
    if (!event.detail.shouldSwap) {
      const said = document.createElement("p");
      said.className = "refusal";
      said.setAttribute("role", "alert");
      said.textContent = [...answer.querySelectorAll("main td")].map(cell => cell.textContent).join(" ") || "没有办成，请刷新页面再试。";
      panel().prepend(said);
    }
  });
  for (const lost of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(lost, () => { busy = ""; });
  }
  document.addEventListener("htmx:afterSettle", event => {
    // Of one answer each piece that is exchanged settles; the panel is among them once.
    if (event.target.id !== "panel") return;
    busy = "";
    if (waiting && panel().dataset.item === chosen) {
      const key = waiting;
      waiting = null;
      press(key);
      return;
    }
    const form = event.detail.requestConfig?.elt;
    const field = panel().querySelector("form.reasoned input[type=text], form textarea, form .fields input, form .fields select");
    // Who has gone elsewhere meanwhile is not called back.
    const at = document.activeElement;
    const focus = at === null || at === document.body || panel().contains(at) || list.contains(at);
    if (form?.dataset?.then === "next" && event.detail.xhr.status === 200) next(chosen, focus);
    else if (field) field.focus();
    else {
      filter();
      const link = row(chosen)?.querySelector("a");
      if (link) link.setAttribute("aria-current", "true");
      if (link && focus) link.focus({ preventScroll: true });
    }
  });

  pane(matchMedia("(max-width: 760px)").matches ? "items" : root.dataset.pane);
  filter();
  if (chosen) { point(chosen); row(chosen)?.querySelector("a").focus({ preventScroll: true }); row(chosen)?.scrollIntoView({ block: "nearest" }); }
  else if (shown()[0]) choose(shown()[0].dataset.item);
})();
