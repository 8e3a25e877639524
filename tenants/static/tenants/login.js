// Shows that a passkey failed, and prints recovery codes. Without it both screens still work or say why not.
document.addEventListener("allauth.error", (event) => {
  const said = document.getElementById("passkey-error");
  if (said) {
    said.hidden = false;
    event.preventDefault();
  }
});
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
