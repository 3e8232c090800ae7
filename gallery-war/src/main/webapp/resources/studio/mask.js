"use strict";

/*
 * What of a picture shall be painted anew: marked with a brush, or taken from a file. Either way it
 * becomes a file as large as the picture, white where it is marked.
 */
class MaskPainter {
    static MOST_SHOWN = 1024;

    #region;
    #canvas;
    #picture;
    #input;
    #changed;
    #shown = null;
    #base = null;
    #baseFoil = null;
    #strokes = [];
    #stroke = null;
    #turn = 0;
    #saved = false;

    /**
     * @param region of the painter in the page
     * @param limits the element whose data say how large a file may be
     * @param changed is called when there is a mask, or none any more
     */
    constructor(region, limits, changed) {
        this.#region = region;
        this.#changed = changed;
        this.#canvas = region.querySelector("canvas");
        this.#picture = region.querySelector("img");
        this.#input = new PictureInput(
            limits,
            document.getElementById("mask-file"),
            document.getElementById("mask-fault"),
            (mask) => this.#takeFile(mask));
        this.#hearBrush();
        this.#part("[data-paint=undo]").addEventListener("click", () => this.#undo());
        this.#part("[data-paint=clear]").addEventListener("click", () => this.#clear());
    }

    /** Whether it can be sent; while it is being written it cannot. */
    get isReady() {
        return this.#saved;
    }

    /**
     * @param picture address, width and height; null if nothing is to be marked
     */
    show(picture) {
        this.#region.hidden = picture === null;
        if (picture === null || picture.address === this.#shown?.address) {
            return;
        }
        this.#shown = picture;
        this.#picture.src = picture.address;
        this.#part(".painter-stage").style.setProperty("--form", picture.width / picture.height);
        const scale = Math.min(
            1, MaskPainter.MOST_SHOWN / Math.max(picture.width, picture.height));
        this.#canvas.width = Math.max(1, Math.round(picture.width * scale));
        this.#canvas.height = Math.max(1, Math.round(picture.height * scale));
        this.#clear();
    }

    async #takeFile(mask) {
        if (mask.width !== this.#shown.width || mask.height !== this.#shown.height) {
            throw new PictureFault("mask-size");
        }
        const base = new Image();
        base.src = mask.address;
        await base.decode();
        this.#turn++;
        this.#strokes = [];
        this.#base = base;
        this.#baseFoil = this.#foilOf(base);
        this.#saved = true;
        this.#draw();
        this.#tell();
        this.#changed();
    }

    #clear() {
        this.#strokes = [];
        this.#base = null;
        this.#input.forget();
        this.#keep();
    }

    /** The file counts as one stroke, the first. */
    #undo() {
        if (this.#strokes.pop() === undefined) {
            this.#clear();
        } else {
            this.#keep();
        }
    }

    #hearBrush() {
        this.#canvas.addEventListener("pointerdown", (event) => {
            if (event.isPrimary && event.button === 0) {
                event.preventDefault();
                this.#canvas.setPointerCapture(event.pointerId);
                this.#stroke = { width: this.#brushWidth(), points: [this.#pointOf(event)] };
                this.#strokes.push(this.#stroke);
                this.#draw();
            }
        });
        this.#canvas.addEventListener("pointermove", (event) => {
            if (this.#stroke !== null && event.isPrimary) {
                const passed = event.getCoalescedEvents?.() ?? [];
                for (const one of passed.length > 0 ? passed : [event]) {
                    this.#stroke.points.push(this.#pointOf(one));
                }
                this.#draw();
            }
        });
        for (const type of ["pointerup", "pointercancel"]) {
            this.#canvas.addEventListener(type, () => {
                if (this.#stroke !== null) {
                    this.#stroke = null;
                    this.#keep();
                }
            });
        }
    }

    /** In pixels of the picture. */
    #pointOf(event) {
        const box = this.#canvas.getBoundingClientRect();
        return [
            (event.clientX - box.left) / box.width * this.#shown.width,
            (event.clientY - box.top) / box.height * this.#shown.height,
        ];
    }

    #brushWidth() {
        const percent = Number(document.getElementById("brush").value);
        return Math.max(1, Math.min(this.#shown.width, this.#shown.height) * percent / 100);
    }

    /** What is marked lies over the picture like a foil. */
    #draw() {
        const context = this.#canvas.getContext("2d");
        const { width, height } = this.#canvas;
        context.clearRect(0, 0, width, height);
        if (this.#base !== null) {
            context.drawImage(this.#baseFoil, 0, 0);
        }
        this.#paint(context, width / this.#shown.width);
        context.globalCompositeOperation = "source-in";
        context.fillStyle = getComputedStyle(this.#canvas).color;
        context.fillRect(0, 0, width, height);
        context.globalCompositeOperation = "source-over";
    }

    /** As clear as the mask is black. */
    #foilOf(mask) {
        const foil = document.createElement("canvas");
        foil.width = this.#canvas.width;
        foil.height = this.#canvas.height;
        const context = foil.getContext("2d");
        context.drawImage(mask, 0, 0, foil.width, foil.height);
        const pixels = context.getImageData(0, 0, foil.width, foil.height);
        for (let at = 0; at < pixels.data.length; at += 4) {
            pixels.data[at + 3] = pixels.data[at];
        }
        context.putImageData(pixels, 0, 0);
        return foil;
    }

    #paint(context, scale) {
        context.save();
        context.scale(scale, scale);
        context.strokeStyle = "white";
        context.lineCap = "round";
        context.lineJoin = "round";
        for (const stroke of this.#strokes) {
            context.lineWidth = stroke.width;
            const [[x, y], ...others] = stroke.points;
            context.beginPath();
            context.moveTo(x, y);
            // A canvas leaves out a line without length; this one makes a dot of a click.
            context.lineTo(x + 0.01, y);
            others.forEach((point) => context.lineTo(...point));
            context.stroke();
        }
        context.restore();
    }

    #tell() {
        const { width, height } = this.#canvas;
        const pixels = this.#canvas.getContext("2d").getImageData(0, 0, width, height).data;
        let marked = 0;
        for (let at = 3; at < pixels.length; at += 4) {
            marked += pixels[at] > 127 ? 1 : 0;
        }
        const percent = Math.round(marked / (pixels.length / 4) * 100);
        const status = this.#part("[role=status]");
        status.textContent = this.#isEmpty
            ? status.dataset.textNothing
            : status.dataset.textMarked.replace("{0}", percent);
        this.#part("[data-paint=undo]").disabled = this.#isEmpty;
        this.#part("[data-paint=clear]").disabled = this.#isEmpty;
    }

    /** Writes the mask as a file; only the newest counts. */
    async #keep() {
        const turn = ++this.#turn;
        this.#draw();
        this.#tell();
        this.#saved = false;
        this.#changed();
        if (this.#isEmpty) {
            return;
        }
        const file = await this.#file();
        if (turn === this.#turn) {
            this.#input.hold(file);
            this.#saved = true;
            this.#changed();
        }
    }

    get #isEmpty() {
        return this.#strokes.length === 0 && this.#base === null;
    }

    #file() {
        const mask = document.createElement("canvas");
        mask.width = this.#shown.width;
        mask.height = this.#shown.height;
        const context = mask.getContext("2d");
        context.fillStyle = "black";
        context.fillRect(0, 0, mask.width, mask.height);
        if (this.#base !== null) {
            context.drawImage(this.#base, 0, 0);
        }
        this.#paint(context, 1);
        return new Promise((resolve, reject) =>
            mask.toBlob((blob) => {
                if (blob === null) {
                    reject(new Error("The mask could not be written"));
                } else {
                    resolve(new File([blob], "mask.png", { type: "image/png" }));
                }
            }, "image/png"));
    }

    #part(selector) {
        return this.#region.querySelector(selector);
    }
}
