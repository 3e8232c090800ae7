"use strict";

/* A file that somebody chose as a picture, once the browser could read it. */
class PictureFile {
    static TYPES = ["image/png", "image/jpeg", "image/webp"];

    constructor(file, address, width, height) {
        this.file = file;
        this.address = address;
        this.width = width;
        this.height = height;
    }

    /**
     * @param limits bytes, pixels and side
     * @throws {PictureFault} if the server would refuse it
     */
    static async read(file, limits) {
        if (!PictureFile.TYPES.includes(file.type)) {
            throw new PictureFault("image-format-not-supported");
        }
        if (file.size > limits.bytes) {
            throw new PictureFault("image-too-large");
        }
        const address = URL.createObjectURL(file);
        try {
            const { width, height } = await PictureFile.#measure(address);
            if (width * height > limits.pixels || Math.max(width, height) > limits.side) {
                throw new PictureFault("image-too-large");
            }
            return new PictureFile(file, address, width, height);
        } catch (fault) {
            URL.revokeObjectURL(address);
            throw fault;
        }
    }

    /** As it is seen, whichever way it lies in the file. */
    static #measure(address) {
        return new Promise((resolve, reject) => {
            const picture = new Image();
            picture.onload = () =>
                resolve({ width: picture.naturalWidth, height: picture.naturalHeight });
            picture.onerror = () => reject(new PictureFault("image-invalid"));
            picture.src = address;
        });
    }

    close() {
        URL.revokeObjectURL(this.address);
    }
}

/* Says by its code what the server would say. */
class PictureFault extends Error {
    constructor(code) {
        super(code);
        this.code = code;
    }
}

/* An input for one picture file: chosen or dropped, checked, and what is wrong said beside it. */
class PictureInput {
    #input;
    #fault;
    #region;
    #accept;
    #chosen = null;
    #held = null;

    /**
     * @param region whose data say limits and texts
     * @param accept is given a PictureFile, and may throw a PictureFault
     */
    constructor(region, input, fault, accept) {
        this.#region = region;
        this.#input = input;
        this.#fault = fault;
        this.#accept = accept;
        this.forget(); // A browser may remember a file of the page before.
        input.addEventListener("change", () => this.choose(input.files[0]));
    }

    get chosen() {
        return this.#chosen;
    }

    /** What was wrong before stays in the past; what was chosen before stays if this is wrong. */
    async choose(file) {
        this.say("");
        if (file) {
            try {
                const chosen = await PictureFile.read(file, this.#limits());
                await this.#accept(chosen);
                this.#chosen?.close();
                this.#chosen = chosen;
                this.#held = file;
            } catch (fault) {
                this.#explain(fault);
            }
        }
        this.hold(this.#held);
    }

    forget() {
        this.#chosen?.close();
        this.#chosen = null;
        this.hold(null);
        this.say("");
    }

    say(text) {
        this.#fault.textContent = text;
    }

    #explain(fault) {
        if (!(fault instanceof PictureFault)) {
            throw fault;
        }
        const text = this.#region.querySelector(`[data-fault="${fault.code}"]`).textContent;
        this.say(`${text.trim()} (${fault.code})`);
    }

    #limits() {
        const { maxBytes, maxPixels, maxSide } = this.#region.dataset;
        return { bytes: Number(maxBytes), pixels: Number(maxPixels), side: Number(maxSide) };
    }

    /** The input always holds what will be sent; a script may put something else there. */
    hold(file) {
        this.#held = file;
        const files = new DataTransfer();
        if (file) {
            files.items.add(file);
        }
        this.#input.files = files.files;
    }
}

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
