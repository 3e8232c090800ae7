"use strict";

/* Keys of the picture page: whatever link names a key is followed when it is pressed. */
document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const asking = [...document.querySelectorAll(".ui-dialog")].some(
        (dialog) => dialog.checkVisibility({ visibilityProperty: true }));
    if (!plain || asking || event.target.matches("input, textarea, select")) {
        return;
    }
    const link = document.querySelector(`a[data-key="${event.key}"]`);
    if (link) {
        event.preventDefault();
        link.click();
    }
}, true); // Before the dialog hears of the key and closes, or nobody could tell that it was open.
