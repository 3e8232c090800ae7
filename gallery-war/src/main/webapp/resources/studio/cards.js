"use strict";

/* One job on the page. Its texts come from the page, so that they follow its language. */
class JobCard {
    static #FINAL = ["completed", "deleted", "failed", "cancelled"];

    #texts;
    #job;

    constructor(template, texts, job) {
        this.#texts = texts;
        this.#job = job;
        this.element = template.content.firstElementChild.cloneNode(true);
        this.element.dataset.job = job.job_id;
        this.#text(".job-prompt", job.prompt);
        this.#fillRecipe();
        this.#stage().style.aspectRatio = `${job.width} / ${job.height}`;
    }

    get id() {
        return this.#job.job_id;
    }

    has(jobId) {
        return jobId === this.id;
    }

    get isLive() {
        return !JobCard.#FINAL.includes(this.element.dataset.state);
    }

    /** What has ended stays ended, whatever arrives late. */
    show(frame) {
        if (!this.isLive) {
            return false;
        }
        this.element.dataset.state = frame.status ?? frame.type;
        this["on_" + frame.type]?.(frame);
        this.#action("cancel").hidden = !this.isLive;
        this.#action("retry").hidden = !["failed", "cancelled"].includes(frame.type);
        this.offerForward();
        this.element.querySelector(".job-progress").hidden = !this.isLive;
        return true;
    }

    /** What may have been missed. */
    catchUp(feed) {
        return feed.askFor(this.id);
    }

    get retryOf() {
        return this.#job.retry_of;
    }

    get imageId() {
        return this.element.dataset.image;
    }

    /** A job is tried again once; from then on the new one can be. */
    wasRetried() {
        this.#action("retry").hidden = true;
    }

    /**
     * @param others whether other jobs of the person wait, so that the order matters
     */
    offerForward(others = false) {
        this.#action("forward").hidden = !(others && this.element.dataset.state === "queued");
    }

    on_queued(frame) {
        this.#status(
            frame.position > 1 ? this.#say("queued", frame.position) : this.#say("next"),
            frame.people_ahead > 0 ? this.#say("people", frame.people_ahead) : "",
            this.#eta(frame.estimated_time));
        this.#progress(null);
    }

    on_progress(frame) {
        if (frame.current_step > 0) {
            const step = this.#say("step", frame.current_step, frame.total_steps);
            this.#status(step, this.#eta(frame.estimated_time));
            this.#progress(frame.progress);
        } else {
            this.#status(this.#say("starting"));
            this.#progress(null);
        }
        if (frame.preview_image) {
            const preview = this.element.querySelector(".job-preview");
            preview.src = `data:image/jpeg;base64,${frame.preview_image}`;
            preview.hidden = false;
        }
    }

    on_completed(frame) {
        this.#status(this.#say("completed"));
        this.#recipe("cost", frame.credits_used ?? this.#job.estimated_credits);
        this.#showPictures(frame.result.images);
    }

    on_failed(frame) {
        this.#status(
            this.#say("failed", frame.error_message ?? ""), this.#refund(frame.credits_refunded));
        this.#hidePreview();
    }

    on_cancelled(frame) {
        this.#status(this.#say("cancelled"), this.#refund(frame.credits_refunded));
        this.#hidePreview();
    }

    #showPictures(images) {
        const pictures = this.element.querySelector(".job-pictures");
        pictures.dataset.count = images.length;
        images.forEach((image, index) => {
            const link = document.createElement("a");
            link.href = `${this.#texts.context}/app/image.xhtml?id=${image.image_id}`;
            const picture = document.createElement("img");
            picture.width = this.#job.width;
            picture.height = this.#job.height;
            picture.alt = this.#say("picture", this.#job.prompt);
            picture.addEventListener("load", () => this.#hidePreview(), { once: true });
            picture.addEventListener("error", () => this.#pictureIsGone(link), { once: true });
            picture.src = this.#texts.context + image.image_url;
            link.append(picture);
            pictures.append(link);
            if (index === 0) {
                this.element.dataset.image = image.image_id;
                this.#action("input").hidden = false;
                this.#offerDownload(image, images.length);
            }
        });
    }

    /** The gallery is the place to delete pictures; a job remembers what it made. */
    #pictureIsGone(link) {
        const pictures = link.parentElement;
        link.remove();
        if (pictures.childElementCount === 0) {
            this.element.dataset.state = "deleted";
            this.#action("download").hidden = true;
            this.#action("input").hidden = true;
            this.#status(this.#say("deleted"));
        }
    }

    /** Several pictures are downloaded from their own pages. */
    #offerDownload(image, count) {
        const download = this.#action("download");
        download.hidden = count > 1;
        // A name in the link would not hold where the picture comes from another server.
        download.href = this.#texts.context + image.image_url + "?download=1";
    }

    #fillRecipe() {
        const job = this.#job;
        this.#recipe("model", job.model);
        this.#recipe("seed", job.seed);
        this.#recipe("size", `${job.width} × ${job.height}`);
        this.#recipe("steps", job.steps);
        this.#recipe("guidance", job.cfg_scale);
        this.#recipe("cost", job.credits_used ?? job.estimated_credits);
        this.#recipe("negative", job.negative_prompt);
        this.element.querySelector("[data-negative]").hidden = !job.negative_prompt;
    }

    #hidePreview() {
        this.element.querySelector(".job-preview").hidden = true;
    }

    #eta(seconds) {
        return seconds > 0 ? this.#say("eta", Math.max(1, Math.round(seconds))) : "";
    }

    #refund(credits) {
        return credits > 0 ? this.#say("refunded", credits) : "";
    }

    #progress(percent) {
        const bar = this.element.querySelector(".job-progress");
        if (percent === null) {
            bar.removeAttribute("value");
        } else {
            bar.value = percent;
        }
    }

    #status(...parts) {
        this.#text(".job-status", parts.filter((part) => part).join(" · "));
    }

    #recipe(name, value) {
        this.#text(`[data-recipe="${name}"]`, value);
    }

    #action(name) {
        return this.element.querySelector(`[data-action="${name}"]`);
    }

    #stage() {
        return this.element.querySelector(".job-stage");
    }

    #text(selector, text) {
        this.element.querySelector(selector).textContent = text ?? "";
    }

    #say(name, ...values) {
        return Studio.say(this.#texts, name, ...values);
    }
}
