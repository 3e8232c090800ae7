"use strict";

/* Hands a file of prompt presets to the page, which imports it. */
document.addEventListener("change", async (event) => {
    if (event.target.id === "import" && event.target.files.length > 0) {
        importPresets([{ name: "file", value: await event.target.files[0].text() }]);
    }
});
