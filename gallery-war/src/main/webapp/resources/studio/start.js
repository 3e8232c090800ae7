"use strict";

/* The picture to begin with. It stays in the browser until the job is asked for. */
class StartPicture {
    #input;
    #painter;

    /**
     * @param changed is called when there is a mask, or none any more
     */
    constructor(changed) {
        const region = document.getElementById("start");
        this.#input = new PictureInput(
            region,
            document.getElementById("start-file"),
            document.getElementById("start-fault"),
            (picture) => this.#taken(picture));
        this.#painter = new MaskPainter(document.getElementById("painter"), region, changed);
        this.#hearDrops(region.closest(".composer"));
        $(document).on("pfAjaxComplete", () => this.#show());
    }

    /** Whether anything is to go along. */
    get hasFiles() {
        return this.#input.chosen !== null || this.#isPartial;
    }

    /** Whether all is there that is to go along. */
    get isReady() {
        return !this.#isPartial || this.#painter.isReady;
    }

    /** A picture of the gallery takes its place, or none. */
    forget() {
        this.#input.forget();
        this.#show();
    }

    get #form() {
        return document.querySelector(".input-picture");
    }

    get #isPartial() {
        return this.#form?.dataset.partial === "true";
    }

    #taken(picture) {
        takeFile([
            { name: "width", value: picture.width },
            { name: "height", value: picture.height },
        ]);
    }

    /** What the server sends anew does not know the file. */
    #show() {
        const preview = document.getElementById("start-preview");
        const file = this.#input.chosen;
        if (preview && file) {
            preview.src = file.address;
        }
        this.#painter.show(this.#isPartial ? this.#pictureToMark(file) : null);
    }

    #pictureToMark(file) {
        const { address, width, height } = this.#form.dataset;
        return file ?? { address, width: Number(width), height: Number(height) };
    }

    #hearDrops(place) {
        const files = (event) => event.dataTransfer?.types.includes("Files");
        for (const type of ["dragenter", "dragover"]) {
            place.addEventListener(type, (event) => {
                if (files(event)) {
                    event.preventDefault();
                    place.classList.add("dropping");
                }
            });
        }
        place.addEventListener("dragleave", (event) => {
            if (!place.contains(event.relatedTarget)) {
                place.classList.remove("dropping");
            }
        });
        place.addEventListener("drop", (event) => {
            if (files(event)) {
                event.preventDefault();
                place.classList.remove("dropping");
                this.#input.choose(event.dataTransfer.files[0]);
            }
        });
    }
}
