/* One tap puts a template behind what was typed, without leaving the page. Without this script the server does it. */
(() => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-template]");
    if (!button) return;
    const field = button.form.elements.draft;
    event.preventDefault();
    const typed = field.value.trimEnd();
    field.value = typed ? `${typed}\n\n${button.dataset.template}` : button.dataset.template;
    ["input", "change"].forEach((kind) => field.dispatchEvent(new Event(kind, { bubbles: true })));
    const said = button.form.querySelector("[data-template-used]");
    said.textContent = "";
    said.textContent = said.dataset.words;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
})();
