/* A page works for the portal for which it was opened, also when another tab has changed to another one since:
   every form and every request of the page names it (tenants/tabs.py reads it). Where the server says that the reader
   is logged out or does not hold that portal any more, the page says so and keeps what was typed. */
(() => {
  const portal = document.currentScript.dataset.portal;
  const HEADER = "X-Acting-For";
  const FIELD = "acting_for";
  let said = null; // the notice that is shown

  const hear = (told) => {
    if (told === "old") takeNewKeys();
    const words = told && document.getElementById(`cong-tab-${told}`);
    if (!words || said) return;
    said = words.content.firstElementChild.cloneNode(true);
    const form = document.querySelector("form[data-edit-form], main form[method=post]");
    ((form && form.querySelector("footer")) || form || document.querySelector("main")).prepend(said);
  };

  // After a log-in in another tab the keys in this page's forms are old: take those of a fresh copy.
  const renew = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[name=csrfmiddlewaretoken]");
    if (!fresh) return;
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((key) => (key.value = fresh.value));
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = fresh.value;
    if (said) said.remove();
    said = null;
    const page = document.getElementById("page-edit-form");
    if (page) page.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true })); // save what waited
  };
  const takeNewKeys = () =>
    fetch(location.href).then((answer) => answer.ok && !answer.redirected && answer.text().then(renew));

  if (!portal) return;
  document.addEventListener("formdata", (event) => {
    if (event.target.method === "post") event.formData.set(FIELD, portal);
  });
  const stock = window.fetch;
  window.fetch = (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin === location.origin) request.headers.set(HEADER, portal);
    return stock(request).then((answer) => {
      hear(answer.headers.get("X-Tab"));
      return answer;
    });
  };
  document.addEventListener("DOMContentLoaded", () => {
    if (!window.jQuery) return;
    jQuery.ajaxPrefilter((options, _original, request) => {
      if (!options.crossDomain) request.setRequestHeader(HEADER, portal);
    });
  });
  document.addEventListener("visibilitychange", () => said && !document.hidden && takeNewKeys());
})();
