"use strict";

/* The generate page: the form offers, the panel shows what becomes of it. */
const Studio = (() => {
    const panel = new JobPanel(document.getElementById("jobs"));
    const start = new StartPicture(() => offer());
    let busy = false;

    function say(source, name, ...values) {
        const key = "text" + name[0].toUpperCase() + name.slice(1);
        return values.reduce((text, value, at) => text.replace(`{${at}}`, value), source[key]);
    }

    function sayFault(text) {
        document.getElementById("submit-fault").textContent = text;
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

    // PrimeFaces makes its widgets when the document is ready.
    $(() => {
        hear();
        offer();
        panel.open();
    });

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
            // PrimeFaces would let it turn on.
            PrimeFaces.buttonEndAjaxDisabled(PF("submitButton"), PF("submitButton").jq);
        },

        accepted(args) {
            if (args?.job || args?.batch) {
                panel.accepted({ job_id: args.job, batch_id: args.batch });
                return;
            }
            // The fault may lie under the price, which stays above everything.
            document.querySelector("#form .ui-message-error, #form .ui-messages-error")
                ?.scrollIntoView({ block: "center" });
        },

        changed: () => panel.changed(),

        inputTaken() {
            start.forget();
            prompt().focus();
        },

        recipeTaken() {
            prompt().focus();
            panel.refreshBalance();
        },
    };
})();
