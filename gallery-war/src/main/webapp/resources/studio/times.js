"use strict";

/* Times are written in UTC by the server; whoever reads them gets those of the own clock. */
(() => {
    const language = document.documentElement.lang;
    const formats = {
        moment: new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }),
        day: new Intl.DateTimeFormat(language, { dateStyle: "long" }),
    };

    function translate(root) {
        for (const time of root.querySelectorAll("time[data-shown]")) {
            time.title = time.textContent;
            time.textContent = formats[time.dataset.shown].format(new Date(time.dateTime));
            time.removeAttribute("data-shown");
        }
    }

    translate(document);
    new MutationObserver(() => translate(document))
        .observe(document.body, { childList: true, subtree: true });
})();
