"use strict";

/* The jobs and batches of the person, newest first, each on a card that the feed keeps up to date. */
class JobPanel {
    static MOST_CARDS = 9;
    // The jobs of a batch share a card, so more of them are asked for than there are cards.
    static RECENT_JOBS = 30;
    static ASK_QUEUE_MS = 2000;

    #container;
    #texts;
    #feed;
    #cards = new Map();
    #pending = new Map();
    #asking = null;

    /**
     * @param container whose data say in which words things are told
     */
    constructor(container) {
        this.#container = container;
        // Faces leaves out an attribute that is empty, as the path of the root context is.
        this.#texts = { context: "", ...container.dataset };
        this.#feed = new JobFeed(
            this.#texts.context,
            {
                frame: (news) => this.#hear(news),
                connected: (yes) => (document.getElementById("connection").hidden = yes),
            },
            () => [...this.#cards.values()].filter((card) => card.isLive));
    }

    /** Shows what there is, and from then on what happens. */
    async open() {
        try {
            for (const job of await this.#feed.recent(JobPanel.RECENT_JOBS)) {
                if (this.#cards.size < JobPanel.MOST_CARDS && !this.#cardOf(job)) {
                    await this.#placeLast(job);
                }
            }
            document.getElementById("no-jobs").hidden = this.#cards.size > 0;
            this.#showQueue(await this.#feed.queue());
        } finally {
            this.#feed.connect();
        }
    }

    /**
     * @param id job_id or batch_id
     */
    async accepted(id) {
        this.#announce("accepted");
        this.refreshBalance();
        const card = await this.#unknown(id);
        card.element.scrollIntoView({ block: "nearest", behavior: "smooth" });
    }

    /** The person did something to jobs. */
    changed() {
        this.refreshBalance();
        this.#askQueueSoon();
        this.#cards.forEach((card) => card.refreshSoon?.());
    }

    async refreshBalance() {
        const place = document.querySelector("[data-balance]");
        const response = await fetch(place.dataset.balance, { credentials: "same-origin" });
        if (response.ok) {
            const available = (await response.json()).available;
            place.textContent = available.toLocaleString(document.documentElement.lang);
        }
    }

    /** A job may have been started elsewhere, by the command line for example. */
    async #hear(news) {
        const card = this.#cardOf(news) ?? (await this.#unknown(news));
        if (!card.show(news)) {
            return;
        }
        this.#askQueueSoon();
        if (!card.isLive) {
            this.#announce(news.type, news.error_message ?? "");
            this.refreshBalance();
        }
    }

    /** The jobs of a batch have one card together; not every frame says that it is of one. */
    #cardOf(news) {
        return this.#cards.get(news.batch_id ?? news.job_id)
            ?? [...this.#cards.values()].find((card) => card.has(news.job_id));
    }

    /** Asked for once, however many frames tell of it meanwhile. */
    #unknown(news) {
        const id = news.batch_id ?? news.job_id;
        if (!this.#pending.has(id)) {
            const card = news.batch_id ? this.#newBatch(id) : this.#newJob(id);
            this.#pending.set(id, card);
            card.catch(() => this.#pending.delete(id));
        }
        return this.#pending.get(id);
    }

    async #newBatch(id) {
        return this.#place(await this.#batchCard(id), true);
    }

    async #newJob(id) {
        const job = await this.#feed.job(id);
        return job.batch_id ? this.#unknown(job) : this.#place(this.#jobCard(job), true);
    }

    async #placeLast(job) {
        const card = job.batch_id ? await this.#batchCard(job.batch_id) : this.#jobCard(job);
        this.#place(card, false);
    }

    #place(card, newest) {
        if (this.#cards.has(card.id)) {
            return this.#cards.get(card.id);
        }
        this.#cards.set(card.id, card);
        this.#container[newest ? "prepend" : "append"](card.element);
        document.getElementById("no-jobs").hidden = true;
        for (const one of this.#cards.values()) {
            this.#cards.get(one.retryOf)?.wasRetried();
        }
        return card;
    }

    #jobCard(job) {
        const card = new JobCard(document.getElementById("job-card"), this.#texts, job);
        card.show(JobFeed.frameOf(job));
        return card;
    }

    async #batchCard(id) {
        const [batch, items] = await Promise.all([
            this.#feed.batch(id),
            this.#feed.itemsOfBatch(id, BatchCard.MOST_CELLS),
        ]);
        const template = document.getElementById("batch-card");
        return new BatchCard(template, this.#texts, this.#feed, { batch, items }, () => {
            this.#announce("batchEnded");
            this.refreshBalance();
        });
    }

    /** However many frames come, the queue is asked once in a while. */
    #askQueueSoon() {
        this.#asking ??= setTimeout(async () => {
            this.#asking = null;
            this.#showQueue(await this.#feed.queue());
        }, JobPanel.ASK_QUEUE_MS);
    }

    #showQueue(queue) {
        const panel = document.getElementById("queue");
        panel.hidden = queue.waiting + queue.running === 0;
        document.getElementById("queue-counts").textContent =
            Studio.say(this.#texts, "counts", queue.waiting, queue.running);
        panel.querySelector("[data-queue=clear]").hidden = queue.waiting === 0;
        const tier = queue.tiers.find((one) => one.tier === this.#texts.tier);
        document.getElementById("queue-paused").hidden = !(queue.paused || tier?.paused);
        this.#cards.forEach((card) => card.offerForward(queue.waiting > 1));
    }

    #announce(name, ...values) {
        document.getElementById("announcer").textContent =
            Studio.say(this.#texts, name, ...values);
    }
}
