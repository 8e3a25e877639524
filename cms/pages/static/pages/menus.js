/* Menu và liên kết: moves a section at once instead of asking the server for the new order. Works without it. */
document.querySelectorAll(".cong-menus button[name=move]").forEach((button) => {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const row = button.closest("li");
    const other = Number(button.dataset.move) < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (Number(button.dataset.move) < 0) other.before(row);
    else other.after(row);
    const rows = [...row.parentElement.children];
    rows.forEach((one, place) => {
      one.querySelector("[data-move='-1']").disabled = place === 0;
      one.querySelector("[data-move='1']").disabled = place === rows.length - 1;
    });
    (button.disabled ? row.querySelector("button:not(:disabled)") : button).focus();
    row.querySelector("input[name=section]").dispatchEvent(new Event("change", { bubbles: true }));
  });
});
