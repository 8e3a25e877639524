/* The link of a receipt holds the code behind "#", which browsers send to nobody: here it goes into the box, and away
   from the address. Without this file the code is typed. */
(() => {
  "use strict";
  const box = document.querySelector("[data-code-form] input[name='code']");
  const take = () => {
    const code = decodeURIComponent(location.hash.slice(1));
    if (!box || !/^[0-9A-Za-z-]{8,64}$/.test(code)) return;
    box.value = code;
    history.replaceState(null, "", location.pathname + location.search);
    box.form.querySelector("button[type='submit']").focus();
  };
  take();
  addEventListener("hashchange", take);
})();
