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
    #liveJobs;
    #lastSeq = null;
    #retryMs = JobFeed.FIRST_RETRY_MS;
    #pollTimer = null;

    /**
     * @param listener has frame(frame) and connected(yes)
     * @param liveJobs gives the ids of the jobs that are worth asking for
     */
    constructor(context, listener, liveJobs) {
        this.#context = context;
        this.#listener = listener;
        this.#liveJobs = liveJobs;
    }

    async recent(limit) {
        const page = await this.#get(`/api/v1/queue/items?limit=${limit}`);
        return page.items;
    }

    job(id) {
        return this.#get(`/api/v1/queue/items/${id}`);
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
        for (const id of this.#liveJobs()) {
            try {
                this.#listener.frame(JobFeed.frameOf(await this.job(id)));
            } catch (failure) {
                console.warn("The job did not answer", id, failure);
            }
        }
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
