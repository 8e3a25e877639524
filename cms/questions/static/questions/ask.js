/* Improvements only: the form is sent, and the receipt is read, without this file. */
(() => {
  "use strict";
  const TYPING_MS = 150;
  const WAIT_MS = 1500;
  const FEWEST = 8;

  /* Likely answers while somebody types. Whatever goes wrong, nothing is shown and the form goes on. */
  const likely = (form) => {
    const box = form.querySelector("[data-likely]");
    const list = form.querySelector("[data-likely-list]");
    const status = form.querySelector("[data-likely-status]");
    const question = form.querySelector("textarea");
    let timer, asked, last = "";

    const row = ({ title, url, source }) => {
      const link = document.createElement("a");
      link.href = url;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = title;
      if (source) {
        const kind = document.createElement("span");
        kind.textContent = ` – ${source}`;
        link.append(kind);
      }
      const item = document.createElement("li");
      item.append(link);
      return item;
    };
    const show = (found) => {
      const rows = found.filter((one) => /^(https?:\/\/|\/)/.test(one.url)).map(row);
      list.replaceChildren(...rows);
      status.textContent = rows.length && box.hidden ? status.dataset.words : rows.length ? status.textContent : "";
      box.hidden = !rows.length;
    };
    const ask = async () => {
      const text = question.value.trim().slice(0, 400);
      if (text === last) return;
      last = text;
      asked?.abort();
      if (text.length < FEWEST) return show([]);
      asked = new AbortController();
      const { signal } = asked;
      const slow = setTimeout(() => asked.abort(), WAIT_MS);
      try {
        const body = new URLSearchParams({ text });
        const answer = await fetch(form.dataset.suggest, { method: "POST", body, signal, credentials: "omit" });
        const found = answer.ok ? (await answer.json()).suggestions : [];
        if (!signal.aborted) show(found);
      } catch {
        if (text === last) show([]);
      } finally {
        clearTimeout(slow);
      }
    };
    question.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, TYPING_MS);
    });
    if (question.value) ask();
  };
  document.querySelectorAll("[data-ask]").forEach(likely);

  /* The code of a receipt, for whoever wants to keep it elsewhere. */
  document.querySelector("[data-copy-code]")?.addEventListener("click", async () => {
    const status = document.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(document.querySelector("[data-code]").textContent.trim());
      status.textContent = status.dataset.words;
    } catch {
      /* copying is forbidden here: the code stands large on the page */
    }
  });
})();
