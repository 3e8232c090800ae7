"use strict";

/* Jobs that were asked for as one: a sheet of pictures, each of which can be watched. */
class BatchCard {
    static MOST_CELLS = 100;
    static REFRESH_MS = 1000;
    static FINAL = ["completed", "failed", "cancelled"];

    #texts;
    #feed;
    #ended;
    #batch;
    #cells = new Map();
    #refreshing = null;

    /**
     * @param items those of its jobs that are shown
     * @param ended is called once, when all of its jobs have ended
     */
    constructor(template, texts, feed, { batch, items }, ended) {
        this.#texts = texts;
        this.#feed = feed;
        this.#ended = ended;
        this.#batch = batch;
        this.element = template.content.firstElementChild.cloneNode(true);
        this.element.dataset.batch = batch.batch_id;
        const cell = this.element.querySelector("template");
        for (const item of items) {
            this.#add(new BatchCell(cell, texts, item));
        }
        this.#text(".job-prompt", this.#titleOf(items));
        this.#text("[data-recipe=jobs]", batch.count);
        this.#text("[data-recipe=cost]", batch.estimated_credits);
        this.#tell();
    }

    get id() {
        return this.#batch.batch_id;
    }

    has(jobId) {
        return this.#cells.has(jobId);
    }

    get isLive() {
        return !this.#batch.finished_at;
    }

    /** A frame of one of its jobs. */
    show(frame) {
        this.#cells.get(frame.job_id)?.show(frame);
        if (this.isLive && frame.type !== "progress") {
            this.refreshSoon();
        }
        return this.isLive && BatchCard.FINAL.includes(frame.type);
    }

    /** However many of its jobs end at once, it is asked for once in a while. */
    refreshSoon() {
        this.#refreshing ??= setTimeout(() => {
            // From here on a frame tells of something that this answer may not know yet.
            this.#refreshing = null;
            this.catchUp().catch((failure) =>
                console.warn("There was no answer", this.id, failure));
        }, BatchCard.REFRESH_MS);
    }

    /** What it is now, whoever missed what. */
    async catchUp() {
        const batch = await this.#feed.batch(this.id);
        if (!this.isLive) {
            return; // An answer that came earlier said so.
        }
        this.#batch = batch;
        this.#tell();
        if (!this.isLive) {
            const items = await this.#feed.itemsOfBatch(this.id, BatchCard.MOST_CELLS);
            items.forEach((item) => this.#cells.get(item.job.job_id).show(JobFeed.frameOf(item.job)));
            this.#ended(this);
        }
    }

    /** Its jobs stand in the line one behind the other; there is nothing to arrange. */
    offerForward() {}

    wasRetried() {}

    #add(cell) {
        this.#cells.set(cell.id, cell);
        this.element.querySelector(".batch-cells").append(cell.element);
    }

    #titleOf(items) {
        return this.#batch.label ?? items[0].job.prompt;
    }

    #tell() {
        const { jobs, count } = this.#batch;
        const waiting = jobs.queued === count && this.#batch.position;
        this.#text(".job-status", [
            waiting
                ? this.#say("queued", this.#batch.position)
                : this.#say("batchDone", jobs.completed, count),
            jobs.failed > 0 ? this.#say("batchFailed", jobs.failed) : "",
            jobs.cancelled > 0 ? this.#say("batchCancelled", jobs.cancelled) : "",
            count > this.#cells.size ? this.#say("batchShown", this.#cells.size) : "",
            this.#eta(),
            this.#refund(),
        ].filter((part) => part).join(" · "));
        const bar = this.element.querySelector(".job-progress");
        bar.value = this.#batch.progress;
        bar.hidden = !this.isLive;
        this.element.querySelector("[data-action=cancelBatch]").hidden = !this.isLive;
        if (!this.isLive) {
            this.#text("[data-recipe=cost]", this.#batch.credits_used);
        }
    }

    #eta() {
        const seconds = this.#batch.estimated_seconds;
        return this.isLive && seconds > 0 ? this.#say("eta", Math.max(1, Math.round(seconds))) : "";
    }

    #refund() {
        const credits = this.#batch.credits_refunded;
        return credits > 0 ? this.#say("refunded", credits) : "";
    }

    #text(selector, text) {
        this.element.querySelector(selector).textContent = text;
    }

    #say(name, ...values) {
        return Studio.say(this.#texts, name, ...values);
    }
}

/* One job of a batch. */
class BatchCell {
    #texts;
    #job;

    constructor(template, texts, item) {
        this.#texts = texts;
        this.#job = item.job;
        this.element = template.content.firstElementChild.cloneNode(true);
        this.#part(".cell-stage").style.aspectRatio = `${item.job.width} / ${item.job.height}`;
        this.#part(".cell-caption").textContent = this.#captionOf(item);
        this.show(JobFeed.frameOf(item.job));
    }

    get id() {
        return this.#job.job_id;
    }

    /** What has ended stays ended, whatever arrives late. */
    show(frame) {
        if (BatchCard.FINAL.includes(this.element.dataset.state)) {
            return;
        }
        this.element.dataset.state = frame.status ?? frame.type;
        const preview = this.#part(".job-preview");
        if (frame.preview_image) {
            preview.src = `data:image/jpeg;base64,${frame.preview_image}`;
            preview.hidden = false;
        }
        if (frame.type === "completed") {
            frame.result.images.forEach((image) => this.#show(image, preview));
        } else {
            preview.hidden = BatchCard.FINAL.includes(frame.type) || !preview.src;
            this.#part(".cell-note").textContent = this.#noteOf(frame);
        }
    }

    #show(image, preview) {
        const link = document.createElement("a");
        link.href = `${this.#texts.context}/app/image.xhtml?id=${image.image_id}`;
        const picture = document.createElement("img");
        picture.alt = Studio.say(this.#texts, "picture", this.#job.prompt);
        const uncover = () => (preview.hidden = true);
        picture.addEventListener("load", uncover, { once: true });
        picture.addEventListener("error", () => {
            link.remove(); // It was deleted in the gallery since.
            uncover();
        }, { once: true });
        picture.src = this.#texts.context + image.thumbnail_url;
        link.append(picture);
        this.#part(".cell-pictures").append(link);
        this.#part(".cell-note").textContent = "";
    }

    #noteOf(frame) {
        const words = {
            failed: () => this.#texts.textCellFailed,
            cancelled: () => this.#texts.textCancelled,
            progress: () =>
                frame.current_step > 0
                    ? Studio.say(this.#texts, "step", frame.current_step, frame.total_steps)
                    : this.#texts.textStarting,
        };
        return words[frame.type]?.() ?? this.#texts.textCellWaiting;
    }

    /** What tells it from the others of its batch. */
    #captionOf({ job, values }) {
        const numbers = [
            ["steps", "textSteps", job.steps],
            ["cfg_scale", "textGuidance", job.cfg_scale],
            ["seed", "textSeed", job.seed],
        ]
            .filter(([axis]) => axis in values)
            .map(([, name, value]) => `${this.#texts[name]} ${value}`);
        const words = "prompt" in values ? [job.prompt] : [];
        return [...words, ...numbers].join(" · ");
    }

    #part(selector) {
        return this.element.querySelector(selector);
    }
}
