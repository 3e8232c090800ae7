"use strict";

/*
 * Hears of the person's jobs by a socket, and by asking while the socket is gone. Whoever listens
 * gets frames of the same shape from both.
 */
class JobFeed {
    static FIRST_RETRY_MS = 500;
    static LAST_RETRY_MS = 8000;
    static POLL_MS = 2000;

    #context;
    #listener;
    #liveCards;
    #lastSeq = null;
    #retryMs = JobFeed.FIRST_RETRY_MS;
    #pollTimer = null;

    /**
     * @param listener has frame(frame) and connected(yes)
     * @param liveCards gives those that are worth asking for; each has catchUp(feed)
     */
    constructor(context, listener, liveCards) {
        this.#context = context;
        this.#listener = listener;
        this.#liveCards = liveCards;
    }

    async recent(limit) {
        const page = await this.#get(`/api/v1/queue/items?limit=${limit}`);
        return page.items;
    }

    job(id) {
        return this.#get(`/api/v1/queue/items/${id}`);
    }

    batch(id) {
        return this.#get(`/api/v1/queue/batches/${id}`);
    }

    async itemsOfBatch(id, limit) {
        const page = await this.#get(`/api/v1/queue/batches/${id}/items?limit=${limit}`);
        return page.items;
    }

    /** How many jobs of the person wait and run, and what is paused. */
    queue() {
        return this.#get("/api/v1/queue/status");
    }

    connect() {
        const scheme = location.protocol === "https:" ? "wss" : "ws";
        const from = this.#lastSeq === null ? "" : `?last_seq=${this.#lastSeq}`;
        const socket = new WebSocket(
            `${scheme}://${location.host}${this.#context}/ws/queue/me${from}`);
        socket.onopen = () => this.#opened();
        socket.onmessage = (message) => this.#received(JSON.parse(message.data));
        socket.onclose = () => this.#lost();
    }

    #opened() {
        this.#retryMs = JobFeed.FIRST_RETRY_MS;
        clearInterval(this.#pollTimer);
        this.#pollTimer = null;
        this.#listener.connected(true);
        // What ended while nobody listened is asked for once more, for a socket without a last
        // number replays nothing.
        this.#poll();
    }

    #received(frame) {
        this.#lastSeq = Math.max(this.#lastSeq ?? 0, frame.seq);
        this.#listener.frame(frame);
    }

    #lost() {
        this.#listener.connected(false);
        this.#pollTimer ??= setInterval(() => this.#poll(), JobFeed.POLL_MS);
        setTimeout(() => this.connect(), this.#retryMs);
        this.#retryMs = Math.min(2 * this.#retryMs, JobFeed.LAST_RETRY_MS);
    }

    async #poll() {
        for (const card of this.#liveCards()) {
            try {
                await card.catchUp(this);
            } catch (failure) {
                console.warn("There was no answer", card.id, failure);
            }
        }
    }

    /** Whoever listens is told what became of the job. */
    async askFor(id) {
        this.#listener.frame(JobFeed.frameOf(await this.job(id)));
    }

    /** A job as the socket would have told of it. */
    static frameOf(job) {
        const type = job.status === "processing" ? "progress" : job.status;
        return {
            ...job,
            type,
            estimated_time: job.estimated_seconds,
            result: { images: job.images },
            error_message: job.error?.message,
        };
    }

    async #get(path) {
        const response = await fetch(this.#context + path, {
            headers: { Accept: "application/json" },
            credentials: "same-origin",
        });
        if (response.status === 401) {
            location.reload(); // The session is over; the server leads to the sign-in page.
        }
        if (!response.ok) {
            throw new Error(`${path} answered ${response.status}`);
        }
        return response.json();
    }
}
