/* Writing in the admin: nothing typed is lost. Pages save themselves (Wagtail); here is what that leaves open.

   1. Forms of records without drafts (people, posts, units, declarations, menus): what is typed is kept in this tab
      until it is saved, and offered again when the form comes back without it: after a lost connection, a log-in in
      between, a reload. It never leaves the tab: others may use the same computer.
   2. A page whose autosave failed while the network was away is saved as soon as it is back.
   3. Wagtail looks at a form for the first time two seconds after it came: what was typed before counts as well.
   4. A picture without its description: asked for once before the page is sent.
   5. Who presses a button while a new page saves itself for the first time would make it twice: the press waits.
   6. While the network is away no button leaves a page's form: the words stay, and are saved when it is back.
   7. A new page that was saved while the answer was lost would be made twice: each opened form bears a key of its own.
   8. Wagtail takes what was typed while a page saved itself for saved as well: it is saved next. */
(() => {
  const whose = document.currentScript.dataset.whose;
  const PREFIX = "cong-typed:";
  const WAIT = 300; // milliseconds after the last key
  const place = `${PREFIX}${whose}:${location.pathname}`;

  const read = (key) => {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const write = (key, value) => {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      /* full or forbidden: the form still works */
    }
  };

  const isKept = (field) =>
    field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type) && !field.disabled;
  const values = (form) =>
    [...form.elements].filter(isKept).map((field) => {
      const isMark = field.type === "checkbox" || field.type === "radio";
      return [field.name, isMark ? field.value : "", isMark ? field.checked : field.value];
    });
  const find = (form, name, value) =>
    [...form.elements].find((field) => field.name === name && isKept(field) && (!value || field.value === value));
  const differs = (field, value) => (typeof value === "boolean" ? field.checked : field.value) !== value;

  function putBack(form, typed) {
    typed.forEach(([name, mark, value]) => {
      const field = find(form, name, mark);
      if (!field || !differs(field, value)) return;
      if (typeof value === "boolean") field.checked = value;
      else field.value = value;
      ["input", "change"].forEach((kind) => field.dispatchEvent(new Event(kind, { bubbles: true })));
    });
  }

  function offer(form, kept) {
    const notice = document.getElementById("cong-typed").content.firstElementChild.cloneNode(true);
    const time = new Date(kept.at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
    notice.querySelector("[data-time]").textContent = time;
    notice.querySelector("[data-restore]").addEventListener("click", () => {
      notice.remove();
      putBack(form, kept.typed);
    });
    notice.querySelector("[data-discard]").addEventListener("click", () => {
      notice.remove();
      sessionStorage.removeItem(place);
    });
    form.before(notice);
  }

  function keepTyped(form) {
    const first = JSON.stringify(values(form));
    const kept = read(place);
    const isNew = kept && kept.typed.some(([name, mark, value]) => {
      const field = find(form, name, mark);
      return field && differs(field, value);
    });
    if (isNew) offer(form, kept);
    else sessionStorage.removeItem(place);

    let timer;
    const keep = (isSent) => {
      clearTimeout(timer);
      const typed = values(form);
      if (JSON.stringify(typed) !== first) write(place, { at: Date.now(), isSent, typed });
    };
    ["input", "change"].forEach((kind) =>
      form.addEventListener(kind, () => {
        clearTimeout(timer);
        timer = setTimeout(keep, WAIT, false);
      }),
    );
    form.addEventListener("submit", () => keep(true));
  }

  function forgetWhatWasSaved() {
    if (!document.querySelector(".messages .success")) return;
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX) && (read(key) || {}).isSent)
      .forEach((key) => sessionStorage.removeItem(key));
  }

  function saveWhenOnline(form) {
    window.addEventListener("online", () => form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true })));
  }

  function stayWhileOffline(form) {
    let isLost = false; // what autosave and Wagtail's own question every few seconds met last
    let notice = null;
    const listen = (name, heard) => document.addEventListener(name, heard);
    const isBack = () => {
      isLost = false;
      if (notice) notice.remove();
    };
    const say = () => {
      if (notice) notice.remove();
      notice = document.getElementById("cong-offline").content.firstElementChild.cloneNode(true);
      (form.querySelector("footer") || form).prepend(notice);
    };
    const stay = (event) => {
      if (navigator.onLine && !isLost) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      say();
      if (!navigator.onLine) return;
      form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true })); // save now
      fetch(location.href, { method: "HEAD" }).then(isBack, () => {}); // the server answers: the next press goes through
    };
    ["w-autosave:error", "w-swap:error"].forEach((name) =>
      listen(name, (event) => (isLost = event.detail.error instanceof TypeError)),
    );
    ["w-autosave:success", "w-swap:success"].forEach((name) => listen(name, isBack));
    window.addEventListener("online", isBack);
    window.addEventListener("submit", (event) => event.target === form && stay(event), true);
    window.addEventListener(
      "click",
      (event) => {
        const button = event.target.closest("button[type=submit], button[data-workflow-action-name]");
        if (button && button.closest("form") === form) stay(event);
      },
      true,
    );
  }

  function markUnsaved(form) {
    form.setAttribute("data-w-unsaved-force-value", "true"); // until it is saved
    form.setAttribute("data-w-unsaved-has-edits-value", "true");
  }

  function noticeEarlyTyping(form) {
    const notice = (event) => event.isTrusted && markUnsaved(form);
    form.addEventListener("input", notice);
    form.addEventListener("w-unsaved:watch-edits", () => form.removeEventListener("input", notice), { once: true });
  }

  function saveWhatCameMeanwhile(form) {
    const OWN = /^(csrfmiddlewaretoken|next|loaded_revision_.*|overwrite_revision_id)$/;
    const text = (data, changed) =>
      JSON.stringify([...data].filter(([name, value]) => typeof value === "string" && !OWN.test(name) && !(name in changed)));
    let sent = null;
    let again = null; // what was saved once more last: nothing is saved more often than it changes
    form.addEventListener("w-autosave:save", (event) => (sent = event.detail.formData));
    form.addEventListener("w-autosave:success", (event) => {
      const changed = event.detail.response.field_updates || {}; // by the server
      const now = text(new FormData(form), changed);
      if (now === text(sent, changed) || now === again) return;
      again = now;
      markUnsaved(form);
      form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true })); // Stimulus sees no change from true to true
    });
  }

  function waitForFirstSave(form) {
    if (!form.action.includes("/pages/add/")) return;
    let isSaving = false;
    let pressed = null;
    form.addEventListener("w-autosave:save", () => (isSaving = true));
    ["w-autosave:success", "w-autosave:error"].forEach((end) =>
      form.addEventListener(end, () => {
        isSaving = false;
        if (pressed) form.requestSubmit(pressed);
        pressed = null;
      }),
    );
    window.addEventListener(
      "submit",
      (event) => {
        if (event.target !== form || !isSaving) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        pressed = event.submitter;
      },
      true,
    );
  }

  function bearKey(form) {
    const key = form.elements.namedItem("opened");
    if (!key || !crypto.randomUUID) return;
    key.value ||= crypto.randomUUID();
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) key.value = crypto.randomUUID(); // come back to: another page may be meant
    });
  }

  function askForDescription(form) {
    let isAsked = false;
    const sends = "button[name^='action-'], button[data-workflow-action-name]";
    document.addEventListener(
      "click",
      (event) => {
        const button = event.target.closest(sends);
        if (!button || isAsked || !form.contains(button)) return;
        const empty = [...form.querySelectorAll("[name$='_alt']")].find((field) => {
          const picture = form.elements[field.name.replace(/_alt$/, "")];
          return picture && picture.value && !field.value.trim();
        });
        if (!empty) return;
        isAsked = true;
        event.preventDefault();
        event.stopImmediatePropagation();
        const notice = document.getElementById("cong-alt").content.firstElementChild.cloneNode(true);
        empty.before(notice);
        empty.focus();
        empty.addEventListener("input", () => notice.remove(), { once: true });
      },
      true,
    );
  }

  document.addEventListener("DOMContentLoaded", () => {
    forgetWhatWasSaved();
    document.querySelectorAll("form[data-edit-form]").forEach(noticeEarlyTyping);
    const page = document.querySelector("form#page-edit-form");
    if (page) {
      bearKey(page);
      stayWhileOffline(page);
      askForDescription(page);
      saveWhenOnline(page);
      waitForFirstSave(page);
      saveWhatCameMeanwhile(page);
    }
    const record = document.querySelector("form[data-edit-form]:not(#page-edit-form)");
    if (record) keepTyped(record);
  });
})();
