"use strict";

/* The generate page: the form offers, the feed reports, the cards show. */
const Studio = (() => {
    const RECENT = 9;
    // The jobs of a batch share a card, so more of them are asked for than there are cards.
    const RECENT_JOBS = 30;
    const container = document.getElementById("jobs");
    // Faces leaves out an attribute that is empty, as the path of the root context is.
    const texts = { context: "", ...container.dataset };
    const cards = new Map();
    const pending = new Map();
    const ASK_QUEUE_MS = 2000;
    const start = new StartPicture(() => offer());
    let busy = false;
    let asking = null;

    const feed = new JobFeed(
        texts.context,
        { frame, connected },
        () => [...cards.values()].filter((card) => card.isLive));

    function say(source, name, ...values) {
        const key = "text" + name[0].toUpperCase() + name.slice(1);
        return values.reduce((text, value, at) => text.replace(`{${at}}`, value), source[key]);
    }

    function place(card, newest) {
        if (cards.has(card.id)) {
            return cards.get(card.id);
        }
        cards.set(card.id, card);
        if (newest) {
            container.prepend(card.element);
        } else {
            container.append(card.element);
        }
        document.getElementById("no-jobs").hidden = true;
        forgetRetries();
        return card;
    }

    function jobCard(job) {
        const card = new JobCard(document.getElementById("job-card"), texts, job);
        card.show(JobFeed.frameOf(job));
        return card;
    }

    async function batchCard(id) {
        const [batch, items] = await Promise.all([
            feed.batch(id),
            feed.itemsOfBatch(id, BatchCard.MOST_CELLS),
        ]);
        const template = document.getElementById("batch-card");
        return new BatchCard(template, texts, feed, { batch, items }, batchEnded);
    }

    function batchEnded() {
        announce(say(texts, "batchEnded"));
        refreshBalance();
    }

    /** A job may have been started elsewhere, by the command line for example. */
    async function frame(news) {
        const card = cardOf(news) ?? (await unknown(news));
        if (!card.show(news)) {
            return;
        }
        askQueueSoon();
        if (!card.isLive) {
            announce(say(texts, news.type, news.error_message ?? ""));
            refreshBalance();
        }
    }

    function forgetRetries() {
        for (const card of cards.values()) {
            cards.get(card.retryOf)?.wasRetried();
        }
    }

    /** However many frames come, the queue is asked once in a while. */
    function askQueueSoon() {
        asking ??= setTimeout(async () => {
            asking = null;
            showQueue(await feed.queue());
        }, ASK_QUEUE_MS);
    }

    function showQueue(queue) {
        const panel = document.getElementById("queue");
        panel.hidden = queue.waiting + queue.running === 0;
        document.getElementById("queue-counts").textContent =
            say(texts, "counts", queue.waiting, queue.running);
        panel.querySelector("[data-queue=clear]").hidden = queue.waiting === 0;
        const tier = queue.tiers.find((one) => one.tier === texts.tier);
        document.getElementById("queue-paused").hidden = !(queue.paused || tier?.paused);
        for (const card of cards.values()) {
            card.offerForward(queue.waiting > 1);
        }
    }

    /** The jobs of a batch have one card together; not every frame says that it is of one. */
    function cardOf(news) {
        return cards.get(news.batch_id ?? news.job_id)
            ?? [...cards.values()].find((card) => card.has(news.job_id));
    }

    /** Asked for once, however many frames tell of it meanwhile. */
    function unknown(news) {
        const id = news.batch_id ?? news.job_id;
        if (!pending.has(id)) {
            const card = news.batch_id ? newBatch(id) : newJob(id);
            pending.set(id, card);
            card.catch(() => pending.delete(id));
        }
        return pending.get(id);
    }

    async function newBatch(id) {
        return place(await batchCard(id), true);
    }

    async function newJob(id) {
        const job = await feed.job(id);
        return job.batch_id ? unknown(job) : place(jobCard(job), true);
    }

    function connected(yes) {
        document.getElementById("connection").hidden = yes;
    }

    function announce(text) {
        document.getElementById("announcer").textContent = text;
    }

    function sayFault(text) {
        document.getElementById("submit-fault").textContent = text;
    }

    async function refreshBalance() {
        const place = document.querySelector("[data-balance]");
        const response = await fetch(place.dataset.balance, { credentials: "same-origin" });
        if (response.ok) {
            const available = (await response.json()).available;
            place.textContent = available.toLocaleString(document.documentElement.lang);
        }
    }

    const prompt = () => document.getElementById("form:prompt");

    const promptIsRequired = () => document.querySelector("[data-painting=false]") === null;

    function offer() {
        const short = document.querySelector(".price-short") !== null;
        if (prompt() === null) {
            return; // An error page has taken the place of this one.
        }
        const wordless = promptIsRequired() && prompt().value.trim() === "";
        if (busy || short || wordless || !start.isReady) {
            PF("submitButton").disable();
        } else {
            PF("submitButton").enable();
        }
    }

    function usePrompt(text) {
        prompt().value = text;
        prompt().focus();
        offer();
    }

    function hear() {
        $(document).on("pfAjaxComplete", offer);
        document.addEventListener("input", (event) => event.target === prompt() && offer());
        document.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                document.getElementById("form:submit").click();
            }
        });
        document.addEventListener("click", (event) => {
            const chip = event.target.closest("[data-prompt]");
            const action = event.target.closest("button[data-action]");
            if (chip) {
                usePrompt(chip.dataset.prompt);
            } else if (action) {
                act(action.dataset.action, action.closest(".job").dataset);
            } else if (event.target.closest("[data-queue=clear]")) {
                clearJobs();
            }
        });
    }

    function act(name, card) {
        const calls = {
            cancel: cancelJob,
            cancelBatch,
            recipe: takeRecipe,
            retry: retryJob,
            forward: moveJob,
            input: takeInput,
        };
        calls[name]([
            { name: "job", value: card.job ?? "" },
            { name: "batch", value: card.batch ?? "" },
            { name: "image", value: card.image ?? "" },
        ]);
    }

    async function begin() {
        hear();
        offer();
        try {
            for (const job of await feed.recent(RECENT_JOBS)) {
                if (cards.size < RECENT && !cardOf(job)) {
                    place(job.batch_id ? await batchCard(job.batch_id) : jobCard(job), false);
                }
            }
            document.getElementById("no-jobs").hidden = cards.size > 0;
            showQueue(await feed.queue());
        } finally {
            feed.connect();
        }
    }

    // PrimeFaces makes its widgets when the document is ready.
    $(begin);

    return {
        say,

        /** Files go along only when the job is asked for, not whenever its price is. */
        busy(yes) {
            busy = yes;
            if (yes) {
                sayFault("");
            }
            const form = document.getElementById("form");
            form.enctype = yes && start.hasFiles ? "multipart/form-data" : "";
            offer();
        },

        /** A file may have changed on its disk since, or be too large for a proxy. */
        unanswered() {
            sayFault(document.getElementById("submit-fault").dataset.text);
        },

        async accepted(args) {
            if (!args?.job && !args?.batch) {
                // The fault may lie under the price, which stays above everything.
                document.querySelector("#form .ui-message-error, #form .ui-messages-error")
                    ?.scrollIntoView({ block: "center" });
                return;
            }
            announce(say(texts, "accepted"));
            refreshBalance();
            const card = await unknown({ job_id: args.job, batch_id: args.batch });
            card.element.scrollIntoView({ block: "nearest", behavior: "smooth" });
        },

        changed() {
            refreshBalance();
            askQueueSoon();
            [...cards.values()].forEach((card) => card.refreshSoon?.());
        },

        inputTaken() {
            start.forget();
            prompt().focus();
        },

        recipeTaken() {
            prompt().focus();
            refreshBalance();
        },
    };
})();
