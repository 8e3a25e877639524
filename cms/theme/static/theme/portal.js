/* Improvements only: every page works without this file. */
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("has-script");

  /* Menu: Escape and a press elsewhere close an open group; focus returns to its button. */
  const openGroups = () => document.querySelectorAll("details[name='menu-group'][open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openGroups().forEach((group) => {
      const inside = group.contains(document.activeElement);
      group.open = false;
      if (inside) group.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", (event) => {
    openGroups().forEach((group) => {
      if (!group.contains(event.target)) group.open = false;
    });
  });
  document.addEventListener("focusin", (event) => {
    if (matchMedia("(min-width: 992px)").matches) {
      openGroups().forEach((group) => {
        if (!group.contains(event.target)) group.open = false;
      });
    }
  });

  /* Larger letters, remembered on this device. Storage may be forbidden; then it lasts for the page. */
  const remember = (value) => {
    try {
      if (value === undefined) return localStorage.getItem("text");
      localStorage.setItem("text", value);
    } catch {
      return null;
    }
    return value;
  };
  const setText = (size) => {
    root.dataset.text = size;
    document.querySelectorAll("[data-do='text']").forEach((button) => {
      button.setAttribute("aria-pressed", String(size === "large"));
    });
  };
  if (remember() === "large") setText("large");

  /* Reading aloud, where the device has a voice for the language of the text. */
  const speech = window.speechSynthesis;
  const words = () => [...document.querySelectorAll("[data-spoken]")].map((part) => part.innerText).join(". ");
  const spokenLanguage = () => document.querySelector("[data-spoken]")?.closest("[lang]")?.lang || "vi";
  const voice = () => speech.getVoices().find((one) => one.lang.toLowerCase().startsWith(spokenLanguage()));
  const offerVoice = () => {
    if (!document.querySelector("[data-spoken]") || !voice()) return;
    document.querySelectorAll("[data-do='listen']").forEach((button) => { button.hidden = false; });
  };
  const listen = (button) => {
    const stop = speech.speaking;
    speech.cancel();
    button.setAttribute("aria-pressed", String(!stop));
    if (stop) return;
    const reading = new SpeechSynthesisUtterance(words());
    reading.voice = voice();
    reading.lang = reading.voice.lang;
    reading.onend = () => button.setAttribute("aria-pressed", "false");
    speech.speak(reading);
  };
  if (speech) {
    offerVoice();
    speech.addEventListener?.("voiceschanged", offerVoice);
    addEventListener("pagehide", () => speech.cancel());
  }

  /* Share: the phone's own sheet, else the address is copied. */
  const share = async (bar) => {
    const { url, title } = bar.dataset;
    try {
      if (navigator.share) return await navigator.share({ url, title });
      await navigator.clipboard.writeText(url);
      const status = bar.querySelector("[role='status']");
      status.textContent = status.dataset.done;
    } catch {
      /* the reader closed the sheet, or copying is forbidden: nothing to say */
    }
  };
  const deeds = {
    share: (button) => share(button.closest("[data-share]")),
    print: () => window.print(),
    text: () => setText(remember(root.dataset.text === "large" ? "normal" : "large") || "large"),
    listen,
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) deeds[button.dataset.do](button);
  });

  /* Type to narrow a list that stands on the page already. */
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  document.querySelectorAll("[data-narrows]").forEach((box) => {
    const list = document.getElementById(box.dataset.narrows);
    box.addEventListener("input", () => {
      const wanted = plain(box.value.trim());
      list.querySelectorAll("[data-fold]").forEach((fold) => {
        let found = 0;
        fold.querySelectorAll("[data-entry]").forEach((entry) => {
          entry.hidden = !plain(entry.textContent).includes(wanted);
          found += entry.hidden ? 0 : 1;
        });
        fold.hidden = !found;
        fold.open = Boolean(wanted && found);
      });
    });
  });

  /* A form that came back with faults: go to the list of them. */
  document.querySelector(".error-summary")?.focus();
})();
