"use strict";

/* A button with data-copy takes the text of the element it names to the clipboard. */
document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) {
        return;
    }
    const source = document.getElementById(button.dataset.copy);
    try {
        await navigator.clipboard.writeText(source.textContent);
        button.textContent = button.dataset.copied;
    } catch {
        // Without HTTPS browsers have no clipboard for pages: leave the text ready for Ctrl + C.
        getSelection().selectAllChildren(source);
    }
});
