/* Improves the forms of the desk: units while one types, printing the slip. All works without it. */
(() => {
  "use strict";
  const WAIT = 150; // milliseconds without a key

  function suggest(input, index) {
    const list = document.createElement("ul");
    const status = document.createElement("p");
    list.id = `units-${index}`;
    list.className = "cong-units";
    list.setAttribute("role", "listbox");
    list.hidden = true;
    status.className = "w-sr-only";
    status.setAttribute("role", "status");
    input.after(list, status);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-autocomplete", "list");
    input.parentElement.classList.add("cong-unit");
    const slug = input.form.elements[input.name.replace(/unit$/, "slug")];
    let timer = 0;
    let asked = "";
    let at = -1;

    const close = () => {
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (option) => {
      input.value = option.dataset.name;
      if (slug && "value" in slug) slug.value = option.dataset.slug;
      close();
    };
    const mark = (number) => {
      const options = [...list.children];
      if (!options.length) return;
      at = (number + options.length) % options.length;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
      input.setAttribute("aria-activedescendant", options[at].id);
    };
    const show = ({ units, says }) => {
      list.replaceChildren(
        ...units.map((unit, place) => {
          const option = document.createElement("li");
          const above = document.createElement("small");
          option.id = `${list.id}-${place}`;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.dataset.name = unit.name;
          option.dataset.slug = unit.slug;
          above.textContent = unit.above;
          option.append(unit.name, above);
          option.addEventListener("mousedown", (event) => event.preventDefault());
          option.addEventListener("click", () => choose(option));
          return option;
        }),
      );
      status.textContent = says;
      at = -1;
      list.hidden = !units.length;
      input.setAttribute("aria-expanded", String(Boolean(units.length)));
    };
    const ask = async () => {
      const typed = input.value.trim();
      asked = typed;
      if (!typed) return close();
      const address = new URL(input.dataset.units, location.href);
      address.searchParams.set("q", typed);
      if (input.dataset.ours) address.searchParams.set("ours", "1");
      try {
        const answer = await fetch(address, { headers: { Accept: "application/json" } });
        if (answer.ok && asked === typed) show(await answer.json());
      } catch {
        close(); // the form looks the words up itself
      }
      return undefined;
    };
    input.addEventListener("input", () => {
      if (slug && "value" in slug) slug.value = "";
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && at < 0) event.preventDefault(); // names may be on their way: nothing is sent yet
      if (list.hidden) return;
      if (event.key === "ArrowDown") mark(at + 1);
      else if (event.key === "ArrowUp") mark(at - 1);
      else if (event.key === "Enter" && at >= 0) choose(list.children[at]);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    input.addEventListener("blur", close);
  }

  document.querySelectorAll("[data-units]").forEach(suggest);
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
  // A box that belongs to one choice shows with it; what was chosen in it or is wrong with it stays in sight.
  document.querySelectorAll("[data-only-with]").forEach((input) => {
    const box = input.closest(".w-field__wrapper") || input.parentElement;
    const show = () => {
      const chosen = input.form.elements[input.dataset.onlyWith].value === input.dataset.onlyFor;
      box.hidden = !chosen && !input.value && !box.querySelector(".w-field--error, .w-field__errors .error-message");
    };
    input.form.addEventListener("change", show);
    show();
  });
  const errors = document.getElementById("errors");
  if (errors) errors.focus();
})();
