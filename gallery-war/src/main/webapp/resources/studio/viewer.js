"use strict";

/* Keys of the picture page: whatever link names a key is followed when it is pressed. */
document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const dialogOpen = document.querySelector(".ui-dialog:not(.ui-hidden-container)") !== null;
    if (!plain || dialogOpen || event.target.matches("input, textarea, select")) {
        return;
    }
    const link = document.querySelector(`a[data-key="${event.key}"]`);
    if (link) {
        event.preventDefault();
        link.click();
    }
});
