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

/* Why a file cannot be taken; the page has a sentence for each code, most are those of the API. */
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
        this.say(this.#region.querySelector(`[data-fault="${fault.code}"]`).textContent);
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
